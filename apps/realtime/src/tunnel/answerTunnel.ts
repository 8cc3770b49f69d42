import type { IncomingMessage, ServerResponse } from 'node:http';
import { TUNNEL } from '@hemicycle/contracts';
import { readBody } from './readBody';
import type { PullOptions, TunnelSession } from './TunnelSession';
import type { Tunnels } from './Tunnels';

const PATH = new RegExp(`^${TUNNEL.path}/(${TUNNEL.session})(/events|/documents/[^/]+)?$`);

export const isTunnelPath = (url: string): boolean => url.startsWith(`${TUNNEL.path}/`);

/**
 * The tunnel's three requests, all of them POST (no cache answers those, and browsers send an Origin with each):
 * opening a session; a pull (`?from=<bytes received>`), answered with the bytes that follow,
 * as soon as there are some (`&now`: at once); a push (`?at=<bytes sent
 * before>`), whose body goes on from there, and which may be the last (`&end`). Statuses: 403 foreign Origin, 404
 * unknown session or wrong key, 409 no such place in the stream, 413 too long a body, 429 come back in a moment.
 */
export async function answerTunnel(
  request: IncomingMessage,
  response: ServerResponse,
  tunnels: Tunnels,
  isForeign: (origin: string | undefined) => boolean,
): Promise<void> {
  response.setHeader('cache-control', 'no-store, no-transform');
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const { origin } = request.headers;
  if (request.method !== 'POST') return refuse(response, 405);
  if (isForeign(origin)) return refuse(response, 403);
  const abandoned = new AbortController();
  response.on('close', () => abandoned.abort());
  const [, id = '', opens] = PATH.exec(pathname) ?? [];
  if (opens) {
    const opened = await tunnels.open(id, `/realtime${opens}${search}`, origin, abandoned.signal);
    response.setHeader('content-type', 'application/json');
    return void response.end(JSON.stringify(opened));
  }
  const key = request.headers[TUNNEL.keyHeader];
  const session = tunnels.find(id, typeof key === 'string' ? key : '');
  if (!session) return refuse(response, 404);
  const from = offset(searchParams.get('from'));
  if (from !== null) {
    const options = { wait: !searchParams.has('now'), abandoned: abandoned.signal };
    return answerPull(response, session, from, options);
  }
  const at = offset(searchParams.get('at'));
  if (at === null) return refuse(response, 400);
  if (!session.enterPush()) return refuse(response, 429);
  try {
    await answerPush(request, response, session, { at, last: searchParams.has('end') });
  } finally {
    session.leavePush();
  }
}

async function answerPull(
  response: ServerResponse,
  session: TunnelSession,
  from: number,
  options: PullOptions,
): Promise<void> {
  const bytes = await session.pull(from, options);
  if (bytes === null) return refuse(response, 409);
  if (bytes.length === 0 && session.socket.destroyed) return refuse(response, 404);
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
  response.end(bytes);
}

async function answerPush(
  request: IncomingMessage,
  response: ServerResponse,
  session: TunnelSession,
  { at, last }: { at: number; last: boolean },
): Promise<void> {
  const bytes = await readBody(request, TUNNEL.bodyBytes);
  if (bytes === null) return refuse(response, 413);
  const outcome = await session.push(at, bytes);
  if (outcome === 'gap') return refuse(response, 409);
  if (last) session.socket.hangUp();
  response.writeHead(204).end();
}

/** What else was sent is not read: the connection ends with the answer. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
}

/** A place in a stream of bytes, or null. */
function offset(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
