import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// The floor: whatever comes in goes to everybody else at the same address. No sync, no store, no check.
/** @type {Map<string, Set<import('ws').WebSocket>>} */
const rooms = new Map();
const server = createServer((_, response) => response.end('relay'));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  const name = request.url ?? '/';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data);
  });
  socket.on('close', () => room.delete(socket));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
