import type { Duplex } from 'node:stream';
import type { CloseCode } from '@hemicycle/contracts';
import type { WebSocket } from 'ws';

/** A refused peer has this long to take its close frame and answer it. Milliseconds. */
const GRACE_MS = 3_000;
/** Against memory held by somebody who was never let in: an honest peer has its handshake under way. Bytes. */
const MOST_READ = 64 * 1024;

/** Ends a socket that was never admitted: tells why, and cuts off who goes on sending or stays. */
export function closeRefused(webSocket: WebSocket, socket: Duplex, code: CloseCode, reason: string): void {
  let read = 0;
  socket.on('data', (data: Buffer) => {
    read += data.length;
    if (read > MOST_READ) webSocket.terminate();
  });
  webSocket.resume();
  webSocket.close(code, reason);
  setTimeout(() => webSocket.terminate(), GRACE_MS).unref();
}
