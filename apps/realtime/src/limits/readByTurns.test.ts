import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readByTurns } from './readByTurns';

const BYTES = 8 * 1024 * 1024;
/** Two chunks more than are read at once: one that was read, and one on its way. */
const MOST = (128 + 2 * 64) * 1024;

const server = createServer({ pauseOnConnect: true });

afterEach(() => void server.close());

describe('RT-110 what one socket has', () => {
  it('is read by turns with everybody else, and completely', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [socket] = (await once(server, 'connection')) as [Socket];
    // As much as the kernel takes is there at once: what one turn would read.
    client.write(Buffer.alloc(BYTES));
    readByTurns({ pause: () => socket.pause(), resume: () => socket.resume() }, socket);
    let [turn, most, all] = [0, 0, 0];
    socket.on('data', (bytes: Buffer) => {
      turn += bytes.length;
      all += bytes.length;
      most = Math.max(most, turn);
    });
    const nextTurn = (): void => {
      turn = 0;
      if (!socket.destroyed) setImmediate(nextTurn);
    };
    nextTurn();
    socket.resume();
    client.end();
    await once(socket, 'end');
    expect(all).toBe(BYTES);
    expect(most).toBeLessThanOrEqual(MOST);
    socket.destroy();
  });
});
