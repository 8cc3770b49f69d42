import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** So much of one socket is read before it is everybody else's turn. Bytes; 60 such sockets take 10 ms. */
const AT_ONCE = 128 * 1024;

/** As much of a connection as reading by turns has to do with. */
interface Read {
  pause(): void;
  resume(): void;
}

/**
 * Against many large frames at once: of each socket that has it 2 MB would be read in one turn of the event loop, and
 * everybody's text waits for the end of it.
 */
export function readByTurns(connection: Read, socket: Duplex): void {
  // What stands in for a network socket brings what a request held.
  if (!(socket instanceof Socket)) return;
  let read = 0;
  socket.prependListener('data', (bytes: Buffer) => {
    read += bytes.length;
    if (read < AT_ONCE) return;
    read = 0;
    connection.pause();
    setImmediate(() => connection.resume());
  });
}
