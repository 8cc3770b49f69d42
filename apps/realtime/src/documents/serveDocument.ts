import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CLOSE } from '@hemicycle/contracts';
import type { RawData, WebSocket } from 'ws';
import type { Admission } from '../authentication/gate';
import { createFloodGate } from '../limits/createFloodGate';
import { TokenBucket } from '../limits/TokenBucket';
import { DocumentConnection } from './DocumentConnection';
import type { Room } from './Room';
import type { Rooms } from './Rooms';
import { receiveFrame } from './receiveFrame';
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
    return connection.close(CLOSE.staleEpoch, 'stale epoch');
  }
  if (webSocket.readyState !== webSocket.OPEN) return room.leave(connection);
  receiveFrames(webSocket, connection, room, services);
  webSocket.resume();
}

function receiveFrames(
  webSocket: WebSocket,
  connection: DocumentConnection,
  room: Room,
  services: Services,
): void {
  const { limits } = services;
  const opened = performance.now();
  const weigh = createFloodGate(limits, opened);
  const questions = new TokenBucket(limits.step1PerMinute / 60, limits.step1PerMinute, opened);
  const mayAsk = () => questions.take(1, performance.now()) === 0;
  webSocket.on('message', (data: RawData, isBinary: boolean) => {
    connection.messageEnded();
    if (connection.closed) return;
    const bytes = data as Buffer;
    if (!isBinary) return connection.close(CLOSE.malformed, 'text frame');
    if (bytes.length > limits.frameBytes) return connection.close(CLOSE.tooLarge, 'frame too large');
    const answer = weigh(bytes.length, performance.now());
    if (answer.kind === 'close') return connection.close(CLOSE.flood, 'too much');
    if (answer.kind === 'pause') {
      webSocket.pause();
      setTimeout(() => webSocket.resume(), answer.ms).unref();
    }
    receiveFrame(room, connection, bytes, services, mayAsk);
  });
}
