import type { WakeUps } from '@hemicycle/bus';
import type { Logger } from '@hemicycle/observability';
import { DOCUMENTS_CHANNEL } from '../store/documentStore';
import type { Rooms } from './Rooms';

/**
 * Hears that other nodes stored rows, and has them read. A wake-up only wakes: after a lost connection, and on a timer,
 * everything is compared with the database. Returns what ends it.
 */
export function listenForRows(wakeUps: WakeUps, nodeId: string, rooms: Rooms, log: Logger): () => void {
  const failed = (err: unknown): void =>
    log.warn({ err }, 'rows of other nodes could not be read, trying again');
  return wakeUps.listen(DOCUMENTS_CHANNEL, {
    onListening: () => void rooms.heal().catch(failed),
    onWakeUp: (payload) => {
      const [from, ids] = payload.split('|');
      if (from === nodeId || ids === undefined) return;
      for (const documentId of ids.split(',')) rooms.rowsStored(documentId).catch(failed);
    },
  });
}
