import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { logger } from '@hemicycle/observability';
import { createProxyServer, type ProxyServer } from 'httpxy';
import { setHeader } from './sanitizeRequest';

/** Keycloak under load answers a sign-in in seconds; beyond this the person should be told. Milliseconds. */
const ANSWER_TIMEOUT = 30_000;
/** A socket that is not open by then is tried again by its client. Milliseconds. */
const UPGRADE_TIMEOUT = 10_000;
/** Requests to one part at a time; each pull of a tunnel is one that waits. The part has tighter bounds of its own. */
const MOST_REQUESTS = 20_000;

export interface PartProxy {
  web(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

/**
 * A proxy to one inner part. Only the cookies the part itself set reach it: our session is nobody's business there.
 * @param target internal http origin; the request's path is kept
 * @param keepCookie which cookie names the part may see
 */
export function createProxy(
  name: string,
  target: string,
  keepCookie: (cookie: string) => boolean,
): PartProxy {
  const log = logger('proxy', { part: name });
  const origin = new URL(target).origin;
  const server: ProxyServer = createProxyServer({
    target: origin,
    xfwd: false,
    agent: new Agent({ keepAlive: true, maxSockets: MOST_REQUESTS }),
    proxyTimeout: ANSWER_TIMEOUT,
    upgradeTimeout: UPGRADE_TIMEOUT,
  });
  return {
    async web(request, response) {
      filterCookies(request, keepCookie);
      try {
        await server.web(request, response);
      } catch (error) {
        log.warn({ err: error, path: pathOf(request) }, 'the part did not answer');
        answerUnavailable(response);
      }
    },
    async upgrade(request, socket, head) {
      filterCookies(request, keepCookie);
      try {
        await server.ws(request, socket as Parameters<ProxyServer['ws']>[1], { target: origin }, head);
      } catch (error) {
        log.debug({ err: error, path: pathOf(request) }, 'a socket was not opened or broke');
        socket.destroy();
      }
    },
  };
}

export const NO_COOKIES = (): boolean => false;

function filterCookies(request: IncomingMessage, keep: (cookie: string) => boolean): void {
  const kept = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && keep(pair.split('=', 1)[0] ?? ''));
  setHeader(request, 'cookie', kept.length > 0 ? kept.join('; ') : undefined);
}

/** Without the query, which may hold a ticket or a code. */
const pathOf = (request: IncomingMessage): string => request.url?.split('?', 1)[0] ?? '';

function answerUnavailable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { 'content-type': 'application/problem+json', 'retry-after': '2' });
  response.end(
    JSON.stringify({ type: 'about:blank', title: 'This part of Hemicycle does not answer', status: 502 }),
  );
}
