import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CLOSE } from '@hemicycle/contracts';
import type { RawData, WebSocket } from 'ws';
import type { Admission } from '../authentication/gate';
import { DocumentConnection } from './DocumentConnection';
import { FrameReader } from './FrameReader';
import type { Room } from './Room';
import type { Rooms } from './Rooms';
import type { Services } from './services';

/**
 * The life of an admitted document socket: joins its room, has its frames weighed and handled, leaves. Nothing is
 * read from the socket before the room is loaded completely.
 */
export async function serveDocument(
  webSocket: WebSocket,
  socket: Duplex,
  admission: Admission,
  rooms: Rooms,
  services: Services,
): Promise<void> {
  const connection = new DocumentConnection(randomUUID(), webSocket, socket, admission, services);
  let room: Room | null = null;
  webSocket.on('close', () => {
    connection.closed = true;
    room?.leave(connection);
  });
  room = await rooms.join(admission.documentId, connection);
  if (!room) return connection.close(CLOSE.notFound, 'not found');
  if (room.epoch !== admission.epoch) {
    room.leave(connection);
    // The room may be what is stale: erased, and not yet left by everybody. Who comes back finds its successor.
    if (room.epoch < admission.epoch) return connection.close(CLOSE.resync, 'stale room');
    return connection.close(CLOSE.staleEpoch, 'stale epoch');
  }
  if (webSocket.readyState !== webSocket.OPEN) return room.leave(connection);
  const reader = new FrameReader(webSocket, connection, room, services);
  webSocket.on('message', (data: RawData, isBinary: boolean) => reader.receive(data as Buffer, isBinary));
  webSocket.resume();
}
