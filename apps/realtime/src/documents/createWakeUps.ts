import { createListener, type Listener } from '@hemicycle/bus';
import type { Logger } from '@hemicycle/observability';
import { DOCUMENTS_CHANNEL } from '../store/documentStore';
import type { Rooms } from './Rooms';

/**
 * Hears that other nodes stored rows, and has them read. A notification only wakes: after a lost connection, and on a
 * timer, everything is compared with the database.
 */
export function createWakeUps(databaseUrl: string, nodeId: string, rooms: Rooms, log: Logger): Listener {
  const failed = (err: unknown): void =>
    log.warn({ err }, 'rows of other nodes could not be read, trying again');
  return createListener(databaseUrl, [DOCUMENTS_CHANNEL], {
    onListening: () => void rooms.heal().catch(failed),
    onNotification: (_channel, payload) => {
      const [from, ids] = payload.split('|');
      if (from === nodeId || ids === undefined) return;
      for (const documentId of ids.split(',')) rooms.rowsStored(documentId).catch(failed);
    },
  });
}
