import { frames, writePresence } from '@hemicycle/collab/protocol';
import { LIMITS } from '@hemicycle/contracts';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { webSocketFrame } from '../protocol/webSocketFrame';
import { openEditor } from '../testing/openEditor';
import { openSocket, type TestSocket } from '../testing/openSocket';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';
import { REALTIME_LIMITS } from './limits';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

const address = (documentId: string, ticket: string): string =>
  `${test.server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`;

/** The beginning of a client's frame of `size` bytes; a mask of zeros leaves them as they are. */
function unfinishedFrame(size: number, sent: number): Buffer {
  const frame = webSocketFrame(new Uint8Array(size));
  const header = frame.length - size;
  frame[1] = (frame[1] ?? 0) | 0x80;
  return Buffer.concat([frame.subarray(0, header), Buffer.alloc(4), frame.subarray(header, header + sent)]);
}

/** Sends bytes past `ws`, as somebody without manners would. */
const sendRaw = ({ webSocket }: TestSocket, bytes: Buffer): void => {
  (webSocket as unknown as { _socket: { write(data: Buffer): void } })._socket.write(bytes);
};

describe('who holds too much', () => {
  it('RT-101 a refused stranger who stays and sends is cut off', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const stranger = await openSocket(address(documentId, 'none'));
    stranger.webSocket.pause();
    sendRaw(stranger, unfinishedFrame(LIMITS.documentFrameBytes, 1_000_000));
    const tcp = (stranger.webSocket as unknown as { _socket: { destroyed: boolean; resume(): void } })
      ._socket;
    // Nothing of what it sends is answered, and no close of its own comes: only the server can end this.
    await until(
      () => {
        sendRaw(stranger, Buffer.alloc(1_000));
        return tcp.destroyed;
      },
      'cut off',
      10_000,
    );
  });

  it('RT-102 an account has a bounded number of sockets, and a socket that ended gives its place back', async () => {
    const { house, server, spaceId } = test;
    const person = await house.person('Hoarder');
    await house.grant(spaceId, person, 'editor');
    const documentId = await house.document(spaceId, person);
    const open = async () => openSocket(address(documentId, await house.ticket(person, documentId)));
    const sockets = await Promise.all(
      Array.from({ length: REALTIME_LIMITS.connectionsPerAccount + 5 }, () => open()),
    );
    const settled = () => sockets.every((socket) => socket.frames.length > 0 || socket.code() !== null);
    await until(settled, 'all answered');
    const refused = sockets.filter((socket) => socket.code() !== null);
    expect(refused.map((socket) => socket.code())).toEqual(Array(5).fill(4429));
    for (const socket of sockets) socket.webSocket.terminate();
    await until(async () => (await server.metric('realtime_connections')) === 0, 'places given back');
    const again = await open();
    await until(() => again.frames.length > 0, 'let in again');
    again.webSocket.terminate();
    await until(async () => (await server.metric('realtime_connections')) === 0, 'gone');
  });

  it('RT-102 a socket that ended while it was being admitted takes no place', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const blocker = new Client({ connectionString: test.databaseUrl });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE grants');
    const socket = await openSocket(address(documentId, await house.ticket(writer, documentId)));
    // The admission waits for the lock until the server's patience with the socket ends.
    await until(() => socket.code() !== null, 'given up', REALTIME_LIMITS.admissionMs + 10_000);
    await blocker.query('ROLLBACK');
    await blocker.end();
    const b = await openEditor(house, server, writer, documentId);
    await until(async () => (await server.metric('realtime_connections')) === 1, 'only the editor counts');
    b.close();
    await until(async () => (await server.metric('realtime_connections')) === 0, 'nobody counts');
  });

  it('RT-103 frames that never end are bounded over all sockets of an account', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const honest = await openEditor(house, server, writer, documentId);
    const sockets: TestSocket[] = [];
    for (let i = 0; i < 8; i++) {
      const socket = await openSocket(address(documentId, await house.ticket(other, documentId)));
      await until(() => socket.frames.length > 0, 'hello');
      sockets.push(socket);
    }
    const size = LIMITS.documentFrameBytes - 1_000;
    for (const socket of sockets) sendRaw(socket, unfinishedFrame(size, size - 1));
    const closed = () => sockets.filter((socket) => socket.code() !== null);
    await until(() => closed().length >= 4, 'the excess is closed');
    expect(closed().map((socket) => socket.code())).toEqual(closed().map(() => 4500));
    honest.text.insert(0, 'undisturbed');
    await honest.saved();
    expect(honest.sockets).toHaveLength(1);
    honest.close();
    for (const socket of sockets) socket.webSocket.terminate();
  });
});

describe('who asks too much', () => {
  it('RT-104 asking for everybody counts like asking for the document', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const socket = await openSocket(address(documentId, await house.ticket(writer, documentId)));
    socket.send(frames.awareness(writePresence([{ clientId: 1, clock: 1, json: '{"cursor":1}' }])));
    const queryAwareness = new Uint8Array([3]);
    for (let i = 0; i < 30; i++) socket.send(queryAwareness);
    expect(await socket.closed()).toBe(4429);
  });
});
