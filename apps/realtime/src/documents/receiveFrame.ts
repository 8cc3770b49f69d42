import { MalformedError, readFrame } from '@hemicycle/collab/protocol';
import { CLOSE } from '@hemicycle/contracts';
import { scanUpdate } from '../protocol/scanUpdate';
import type { DocumentConnection } from './DocumentConnection';
import type { Room } from './Room';
import type { Services } from './services';

/**
 * One frame of an admitted connection. Frames with edits from somebody who may only read change nothing and are not
 * counted; frames of unknown kinds are ignored, so that newer clients can speak to older servers. A promise means that
 * the frame is inspected elsewhere: the next one has to wait for it.
 */
export function receiveFrame(
  room: Room,
  connection: DocumentConnection,
  bytes: Uint8Array,
  services: Services,
  mayAsk: () => boolean,
): Promise<void> | undefined {
  try {
    const frame = readFrame(bytes);
    services.metrics.received[frame.kind].add(1);
    services.metrics.receivedBytes.add(bytes.length);
    switch (frame.kind) {
      case 'update':
      case 'step2':
        if (!connection.writes) return undefined;
        if (frame.update.length > services.limits.inspectBytes) {
          return receiveLargeEdit(room, connection, frame.update, frame.kind, services);
        }
        room.receiveEdit(connection, frame.update, scanUpdate(frame.update), frame.kind);
        return undefined;
      case 'awareness':
        room.presence.receive(connection, frame.update);
        return undefined;
      case 'step1':
        if (mayAsk()) room.sendState(connection, frame.stateVector);
        else connection.close(CLOSE.flood, 'asked for the document too often');
        return undefined;
      case 'queryAwareness': {
        if (!mayAsk()) {
          connection.close(CLOSE.flood, 'asked for everybody too often');
          return undefined;
        }
        const presence = room.presence.wholeFrame();
        if (presence) connection.writer.send(presence);
        return undefined;
      }
      default:
        return undefined;
    }
  } catch (err) {
    if (!(err instanceof MalformedError)) throw err;
    refuseMalformed(room, connection, err.message, services);
    return undefined;
  }
}

async function receiveLargeEdit(
  room: Room,
  connection: DocumentConnection,
  update: Uint8Array,
  kind: 'step2' | 'update',
  services: Services,
): Promise<void> {
  const found = await services.inspections.find(connection, update);
  if (connection.closed) return;
  // Not taken, so not acknowledged: the writer keeps it and offers it again when it comes back.
  if (!found) return connection.close(CLOSE.resync, 'not inspected');
  if ('malformed' in found) return refuseMalformed(room, connection, found.malformed, services);
  if (found.scanned.runs.length > services.limits.updateRuns * 3) {
    return refuseMalformed(room, connection, 'too many clients', services);
  }
  room.receiveEdit(connection, update, found.scanned, kind);
}

function refuseMalformed(room: Room, connection: DocumentConnection, why: string, { log }: Services): void {
  log.info({ documentId: room.documentId, connectionId: connection.id, why }, 'malformed frame');
  connection.close(CLOSE.malformed, 'malformed frame');
}
