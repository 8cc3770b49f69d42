import { createServer, type Server } from 'node:net';
import { createFallbackSocket } from '@hemicycle/collab/socket';
import { startTcpProxy, type TcpProxy, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket as NodeWebSocket } from 'ws';
import { openEditor } from '../testing/openEditor';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';
import { blockedNetwork } from '../testing/openTunnelled';
import { PUBLIC_ORIGIN } from '../testing/startServerProcess';

let test: TestHouse;
let proxy: TcpProxy;
/** The server as it is reached through the proxy. */
let server: { socketOrigin: string };

beforeAll(async () => {
  test = await openTestHouse();
  proxy = await startTcpProxy({ host: '127.0.0.1', port: test.server.port });
  server = { socketOrigin: `ws://127.0.0.1:${proxy.port}` };
});

afterAll(async () => {
  await test.close();
  await proxy.close();
});

const asBrowser = (Socket: new (address: string) => NodeWebSocket): typeof WebSocket =>
  Socket as unknown as typeof WebSocket;

const OwnSocket = class extends NodeWebSocket {
  constructor(address: string | URL) {
    super(address, { origin: PUBLIC_ORIGIN });
  }
};

describe('RT-88 the way is chosen by what gets through', () => {
  it('a server that is down is waited for, and found again by WebSocket', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    let overHttp = 0;
    const counted: typeof fetch = async (input, init) => {
      overHttp++;
      return fetch(input, init);
    };
    const Socket = createFallbackSocket({ WebSocket: asBrowser(OwnSocket), fetch: counted });
    proxy.down();
    const a = await openEditor(house, server, writer, documentId, { wait: false, WebSocket: Socket });
    a.text.insert(0, 'before it was there ');
    await until(() => overHttp > 1, 'HTTP was tried as well');
    expect(a.handle.status).toBe('unsaved');
    proxy.up();
    await a.saved();
    expect(a.handle.transport).toBe('socket');
    a.close();
  });

  it('a WebSocket that is swallowed without an answer is not waited for longer than some seconds', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const { hole, port } = await blackHole();
    const Swallowed = class extends NodeWebSocket {
      constructor() {
        super(`ws://127.0.0.1:${port}/`);
      }
    };
    const Socket = createFallbackSocket({ WebSocket: asBrowser(Swallowed) });
    const a = await openEditor(house, server, writer, documentId, { wait: false, WebSocket: Socket });
    a.text.insert(0, 'through');
    await a.saved();
    expect(a.handle.transport).toBe('http');
    // Whatever opens next in this tab does not wait again.
    const begun = performance.now();
    const b = await openEditor(house, server, writer, documentId, { WebSocket: Socket });
    expect(b.handle.transport).toBe('http');
    expect(performance.now() - begun).toBeLessThan(5_000);
    a.close();
    b.close();
    hole.close();
  });
});

it('RT-87 live events come through HTTP as they come through a WebSocket, and end with the session', async () => {
  const { house, spaceId, reader } = test;
  const network = blockedNetwork();
  const ticket = await house.ticket(reader, null);
  const socket = new network.WebSocket(`${server.socketOrigin}/realtime/events?ticket=${ticket}`);
  const heard: { kind: string; event?: { type: string } }[] = [];
  let code = 0;
  socket.onmessage = ({ data }) => void heard.push(JSON.parse(String(data)));
  socket.onclose = (event) => {
    code = event.code;
  };
  await until(() => heard.some(({ kind }) => kind === 'hello'), 'hello');
  await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
  await until(() => heard.some(({ event }) => event?.type === 'space.changed'), 'an event');
  const stranger = await house.person('Stranger');
  await house.publish(`user:${stranger.userId}`, { type: 'me.changed', userId: stranger.userId });
  const { userId, sessionId } = reader;
  await house.query('UPDATE sessions SET ended_at = now() WHERE id = $1', [sessionId]);
  await house.publish('servers', { type: 'session.ended', userId, sessionId });
  await until(() => code === 4401, 'ended');
  expect(heard.map(({ event }) => event?.type)).not.toContain('me.changed');
});

/** Takes every connection and says nothing. */
async function blackHole(): Promise<{ hole: Server; port: number }> {
  const hole = createServer((socket) => {
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => hole.listen(0, '127.0.0.1', resolve));
  const address = hole.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { hole, port: address.port };
}
