import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { createDrain } from './createDrain';
import { createPortal } from './createPortal';
import { createProxy, NO_COOKIES } from './createProxy';

/** A part that tells what reached it. */
async function echoPart(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    response.setHeader('x-part', 'echo');
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => socket.send(JSON.stringify(request.headers)));
  return { server, url: await listen(server) };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const seen: IncomingMessage[] = [];
const answerSeen = (request: IncomingMessage, response: { end(body: string): void }) => {
  seen.push(request);
  response.end('answered');
};

describe('the one origin', () => {
  const origin = 'https://gov.example';
  let part: Awaited<ReturnType<typeof echoPart>>;
  let portal: Server;
  let base: string;

  beforeAll(async () => {
    part = await echoPart();
    portal = createPortal({
      origin: { host: 'gov.example', protocol: 'https', port: '443', trustedProxies: 1 },
      headers: { origin, secure: true, development: false },
      realm: 'hemicycle',
      ready: async () => ({ status: 'unready', parts: { postgres: { state: 'down', ms: 1 } } }),
      api: answerSeen,
      pages: answerSeen,
      worker: answerSeen,
      pagesUpgrade: undefined,
      identity: createProxy('keycloak', part.url, (name) => name.startsWith('KC_')),
      media: createProxy('livekit', part.url, NO_COOKIES),
      realtime: createProxy('realtime', 'http://127.0.0.1:1', NO_COOKIES),
    });
    base = await listen(portal);
  });
  afterAll(async () => {
    await createDrain(portal)();
    part.server.closeAllConnections();
    part.server.close();
  });

  it('gives each page a nonce of its own, in the answer and in what Next reads', async () => {
    const first = await fetch(`${base}/spaces`, {
      headers: { 'content-security-policy': "script-src 'nonce-evil'" },
    });
    const second = await fetch(`${base}/spaces`);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'/);
    expect(policy).toContain("connect-src 'self' wss://gov.example");
    expect(policy).not.toContain('unsafe-eval');
    expect(seen.at(-2)?.headers['content-security-policy']).toBe(policy);
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
    expect(seen.at(-1)?.headers['x-hemicycle-path']).toBe('/spaces');
  });

  it('RT-95 lets the service worker fetch from our origin and do nothing else', async () => {
    const { headers } = await fetch(`${base}/service-worker.js`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    );
  });

  it('carries its security headers on pages, the API and errors alike', async () => {
    for (const path of ['/', '/api/v1/me', '/api/health/live', '/auth/admin']) {
      const { headers } = await fetch(`${base}${path}`);
      expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
    }
  });

  it('believes one proxy about the client, and nobody about anything else', async () => {
    await fetch(`${base}/api/v1/me`, {
      headers: {
        'x-forwarded-for': '6.6.6.6, 192.0.2.7',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        'x-middleware-subrequest': 'middleware',
        'x-request-id': 'mine',
        forwarded: 'for=6.6.6.6',
      },
    });
    const headers = seen.at(-1)?.headers;
    expect(headers).toMatchObject({
      host: 'gov.example',
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-host': 'gov.example',
      'x-forwarded-proto': 'https',
    });
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
    expect(headers).not.toHaveProperty('forwarded');
    expect(headers?.['x-request-id']).not.toBe('mine');
    expect(seen.at(-1)?.rawHeaders.join()).not.toMatch(/evil|6\.6\.6\.6|gopher/);
  });

  it('hands Keycloak its own cookies and not our session, and keeps its headers', async () => {
    const response = await fetch(`${base}/auth/realms/hemicycle/x?y=1`, {
      headers: { cookie: '__Host-hemicycle=secret; KC_RESTART=a; theme=dark' },
    });
    const told = (await response.json()) as { url: string; headers: Record<string, string> };
    expect(told.url).toBe('/auth/realms/hemicycle/x?y=1');
    expect(told.headers.cookie).toBe('KC_RESTART=a');
    expect(told.headers.host).toBe('gov.example');
    expect(response.headers.get('x-part')).toBe('echo');
    expect(response.headers.get('content-security-policy')).toBeNull();
  });

  it('tells that it is not ready with 503, and that it lives with 200', async () => {
    expect((await fetch(`${base}/api/health/ready`)).status).toBe(503);
    expect((await fetch(`${base}/api/health/live`)).status).toBe(200);
  });

  it('lets sockets through to their part, without cookies', async () => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/rtc?access_token=t`, {
      origin,
      headers: { cookie: '__Host-hemicycle=secret' },
    });
    const [message] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(message.toString())).not.toHaveProperty('cookie');
    socket.close();
  });

  it.each([
    ['/rtc', 'https://evil.example', 403],
    ['/unknown', origin, 404],
    ['/auth/realms/hemicycle/x', origin, 404],
  ])('refuses an upgrade of %s from %s with %d', async (path, from, status) => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}${path}`, { origin: from });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(status);
    response.destroy();
  });

  it('RT-89 opens of the realtime server’s requests its tunnel alone', async () => {
    for (const path of [
      '/realtime/metrics',
      '/realtime/health/ready',
      '/realtime/events',
      '/realtime/tunnelled',
    ]) {
      expect((await fetch(`${base}${path}`, { method: 'POST' })).status).toBe(404);
    }
    // Handed on, to a part that is away here.
    expect((await fetch(`${base}/realtime/tunnel/events?ticket=t`, { method: 'POST' })).status).toBe(502);
    const socket = new WebSocket(`${base.replace('http', 'ws')}/realtime/tunnel/events`, { origin });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(404);
    response.destroy();
  });

  it('drops a socket whose part is away', async () => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/realtime/events`, { origin });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toBeTruthy();
  });
});
