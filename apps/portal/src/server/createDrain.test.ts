import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { createDrain } from './createDrain';

test('upgraded sockets are cut in many moments, not in one, and none is left', async () => {
  const server = createServer();
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: test\r\n\r\n');
  });
  const drain = createDrain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: test\r\n\r\n');
    await once(socket, 'data');
    return socket;
  };
  const sockets = await Promise.all(Array.from({ length: 100 }, open));
  let turn = 0;
  const ticking = setInterval(() => void turn++, 5);
  const turns = new Set<number>();
  const closed = sockets.map(
    (socket) =>
      new Promise<void>((resolve) => {
        socket.on('close', () => {
          turns.add(turn);
          resolve();
        });
      }),
  );
  await drain();
  await Promise.all(closed);
  clearInterval(ticking);
  expect(turns.size).toBeGreaterThan(3);
});
