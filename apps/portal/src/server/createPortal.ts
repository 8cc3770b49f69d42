import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { logger } from '@hemicycle/observability';
import type { Readiness } from './createHealth';
import type { PartProxy } from './createProxy';
import { loggedPath } from './loggedPath';
import { type Route, routeOf } from './routeOf';
import { type PublicOrigin, sanitizeRequest, setHeader } from './sanitizeRequest';
import {
  DATA_POLICY,
  type HeaderContext,
  pagePolicy,
  setSecurityHeaders,
  setTransportHeaders,
  WORKER_POLICY,
} from './securityHeaders';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => unknown;
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown;

export interface PortalParts {
  readonly origin: PublicOrigin;
  readonly headers: HeaderContext;
  /** The Keycloak realm that is open to people. */
  readonly realm: string;
  readonly ready: () => Promise<Readiness>;
  readonly api: RequestHandler;
  readonly pages: RequestHandler;
  /** The service worker's script. */
  readonly worker: RequestHandler;
  /** Next's hot reload in development; absent in production. */
  readonly pagesUpgrade: UpgradeHandler | undefined;
  readonly identity: PartProxy;
  readonly media: PartProxy;
  readonly realtime: PartProxy;
}

/** Against a client that sends its request a byte at a time. Milliseconds. */
const HEADERS_TIMEOUT = 15_000;
/** Against an upload that never ends. Milliseconds. */
const REQUEST_TIMEOUT = 120_000;
/** Longer than that of usual reverse proxies, so that they, not we, close idle connections. Milliseconds. */
const KEEP_ALIVE = 65_000;

/** The one origin: decides who answers, after making the request honest and the answer safe. */
export function createPortal(parts: PortalParts): Server {
  const log = logger('http');
  const server = createServer((request, response) => {
    Promise.resolve(answer(parts, request, response)).catch((error: unknown) => {
      log.error(
        { err: error, method: request.method, path: loggedPath(request.url ?? '') },
        'a request failed',
      );
      if (response.headersSent) response.destroy();
      else answerProblem(response, 500, 'Something went wrong on our side');
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT;
  server.requestTimeout = REQUEST_TIMEOUT;
  server.keepAliveTimeout = KEEP_ALIVE;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A reset before we have looked must not end the process.
    socket.on('error', () => socket.destroy());
    answerUpgrade(parts, request, socket, head);
  });
  return server;
}

function answer(parts: PortalParts, request: IncomingMessage, response: ServerResponse): unknown {
  const route = routeOf(request.url ?? '/', parts.realm);
  response.setHeader('X-Request-Id', sanitizeRequest(request, parts.origin));
  if (route === 'identity' || route === 'media') {
    setTransportHeaders(response, parts.headers);
    return route === 'identity' ? parts.identity.web(request, response) : parts.media.web(request, response);
  }
  if (route === 'pages') return answerPage(parts, request, response);
  if (route === 'worker') {
    setSecurityHeaders(response, parts.headers, WORKER_POLICY);
    return parts.worker(request, response);
  }
  setSecurityHeaders(response, parts.headers, DATA_POLICY);
  if (route === 'api') return parts.api(request, response);
  if (route === 'health') return answerHealth(parts, request, response);
  if (route === 'tunnel') return parts.realtime.web(request, response);
  return answerProblem(response, 404, 'There is nothing at this address');
}

function answerPage(parts: PortalParts, request: IncomingMessage, response: ServerResponse): unknown {
  const policy = pagePolicy(parts.headers, randomBytes(16).toString('base64'));
  // Next reads the nonce from here and puts it on each of its scripts.
  setHeader(request, 'content-security-policy', policy);
  // A page that sends someone to sign in first says where they were going.
  setHeader(request, 'x-hemicycle-path', request.url ?? '/');
  setSecurityHeaders(response, parts.headers, policy);
  return parts.pages(request, response);
}

async function answerHealth(
  parts: PortalParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const live = request.url?.split('?', 1)[0] === '/api/health/live';
  const body = live ? { status: 'live' } : await parts.ready();
  response.writeHead(body.status === 'unready' ? 503 : 200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}

function answerUpgrade(parts: PortalParts, request: IncomingMessage, socket: Duplex, head: Buffer): unknown {
  const route: Route = routeOf(request.url ?? '/', parts.realm);
  const origin = request.headers.origin;
  // A page of another origin must not open sockets with our visitor's standing. Bots send no Origin.
  if (origin !== undefined && origin !== parts.headers.origin) return refuseUpgrade(socket, '403 Forbidden');
  sanitizeRequest(request, parts.origin);
  if (route === 'media') return parts.media.upgrade(request, socket, head);
  if (route === 'realtime') return parts.realtime.upgrade(request, socket, head);
  if (parts.pagesUpgrade && request.url?.startsWith('/_next/'))
    return parts.pagesUpgrade(request, socket, head);
  return refuseUpgrade(socket, '404 Not Found');
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function answerProblem(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ type: 'about:blank', title, status }));
}
