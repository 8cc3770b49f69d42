import { MalformedError, readFrame } from '@hemicycle/collab/protocol';
import { CLOSE } from '@hemicycle/contracts';
import type { DocumentConnection } from './DocumentConnection';
import type { Room } from './Room';
import type { Services } from './services';

/**
 * One frame of an admitted connection. Frames with edits from somebody who may only read change nothing and are not
 * counted; frames of unknown kinds are ignored, so that newer clients can speak to older servers.
 */
export function receiveFrame(
  room: Room,
  connection: DocumentConnection,
  bytes: Uint8Array,
  services: Services,
  mayAsk: () => boolean,
): void {
  try {
    const frame = readFrame(bytes);
    services.metrics.received[frame.kind].add(1);
    services.metrics.receivedBytes.add(bytes.length);
    switch (frame.kind) {
      case 'update':
      case 'step2':
        if (connection.writes) room.receiveEdit(connection, frame.update, frame.kind);
        return;
      case 'awareness':
        room.presence.receive(connection, frame.update);
        return;
      case 'step1':
        if (mayAsk()) room.sendState(connection, frame.stateVector);
        else connection.close(CLOSE.flood, 'asked for the document too often');
        return;
      case 'queryAwareness': {
        const presence = room.presence.wholeFrame();
        if (!mayAsk()) connection.close(CLOSE.flood, 'asked for everybody too often');
        else if (presence) connection.writer.send(presence);
        return;
      }
      default:
        return;
    }
  } catch (err) {
    if (!(err instanceof MalformedError)) throw err;
    services.log.info({ documentId: room.documentId, connectionId: connection.id, err }, 'malformed frame');
    connection.close(CLOSE.malformed, 'malformed frame');
  }
}
