import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE, type CloseCode } from '@hemicycle/contracts';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  admitToDocument,
  admitToEvents,
  readSocketRequest,
  type SocketRequest,
} from './authentication/admit';
import type { Gate } from './authentication/gate';
import type { Rooms } from './documents/Rooms';
import { serveDocument } from './documents/serveDocument';
import type { Services } from './documents/services';
import type { EventsHub } from './events/EventsHub';
import { createHeartbeat } from './heartbeat';
import { answerHttp, type Health } from './http';
import { AccountSockets } from './limits/AccountSockets';
import { closeRefused } from './limits/closeRefused';
import { answerTunnel, isTunnelPath } from './tunnel/answerTunnel';
import { type Accept, Tunnels } from './tunnel/Tunnels';

export interface ServerParts {
  readonly services: Services;
  readonly gate: Gate;
  readonly rooms: Rooms;
  readonly hub: EventsHub;
  readonly health: Health;
  /** The only Origin a browser may come from. */
  readonly publicOrigin: string;
}

/** Where nobody has anything to say: bounds what `ws` gathers of a message. Bytes. */
const MOST_SAID_ELSEWHERE = 1024;
/** Against requests that never end: their head within 10 s, looked after every second. Milliseconds. */
const HTTP_PATIENCE = { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/**
 * The http server with its sockets. Browsers cannot read the status of a failed upgrade, so a refused socket is
 * accepted and closed with a code. Until it is admitted nothing is read from a socket: what a stranger sends stays in
 * the kernel's buffers.
 */
export function createRealtimeServer(parts: ServerParts): { server: Server; beat: () => void } {
  const { services, health } = parts;
  const { limits, metrics, log } = services;
  // Above our own limit, so that we answer with our code; far above it `ws` cuts off with 1009.
  const documentSockets = webSocketServer(limits.frameBytes * 2);
  const otherSockets = webSocketServer(MOST_SAID_ELSEWHERE);
  const heartbeat = createHeartbeat();
  const accounts = new AccountSockets(limits);
  let unadmitted = 0;

  const isForeign = (origin: string | undefined): boolean =>
    origin !== undefined && origin !== parts.publicOrigin;

  /** Resolves once the socket is served (null) or refused (with what). */
  const serve = async (
    request: IncomingMessage,
    asked: SocketRequest | null,
    socket: Duplex,
    webSocket: WebSocket,
  ): Promise<CloseCode | null> => {
    const refuse = (code: CloseCode, reason: string): CloseCode => {
      metrics.closed.inc({ code: String(code) });
      closeRefused(webSocket, socket, code, reason);
      return code;
    };
    if (!asked) return refuse(CLOSE.notFound, 'no such address');
    if (isForeign(request.headers.origin)) return refuse(CLOSE.forbidden, 'foreign origin');
    if (unadmitted >= limits.unadmitted || health.draining) return refuse(CLOSE.resync, 'busy');
    unadmitted++;
    const late = setTimeout(() => webSocket.terminate(), limits.admissionMs);
    try {
      return await admitAndServe(asked, webSocket, socket, refuse);
    } catch (err) {
      log.warn({ err, kind: asked.kind }, 'socket could not be admitted');
      return refuse(CLOSE.resync, 'unavailable');
    } finally {
      clearTimeout(late);
      unadmitted--;
    }
  };

  const admitAndServe = async (
    asked: SocketRequest,
    webSocket: WebSocket,
    socket: Duplex,
    refuse: (code: CloseCode, reason: string) => CloseCode,
  ): Promise<CloseCode | null> => {
    const admitted =
      asked.kind === 'document'
        ? await admitToDocument(parts.gate, asked)
        : await admitToEvents(parts.gate, asked);
    if ('refused' in admitted) return refuse(admitted.refused, 'refused');
    const userId = 'actor' in admitted ? admitted.actor.userId : admitted.userId;
    // It may have ended while the database was asked, and would never give its place back.
    if (webSocket.readyState === webSocket.CLOSED) return null;
    if (!accounts.enter(userId)) return refuse(CLOSE.flood, 'too many sockets of one account');
    metrics.connections.inc({ kind: asked.kind });
    webSocket.on('close', () => {
      accounts.leave(userId);
      metrics.connections.dec({ kind: asked.kind });
    });
    if (webSocket.readyState !== webSocket.OPEN) return null;
    if ('actor' in admitted) await serveDocument(webSocket, socket, admitted, parts.rooms, services);
    else parts.hub.serve(webSocket, admitted);
    return null;
  };

  const accept: Accept = (request, socket, head) =>
    new Promise((resolve) => {
      socket.on('error', () => socket.destroy());
      const asked = readSocketRequest(request.url ?? '/');
      const sockets = asked?.kind === 'document' ? documentSockets : otherSockets;
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.pause();
        heartbeat.watch(webSocket);
        webSocket.on('error', (err) => log.debug({ err }, 'socket error'));
        resolve(serve(request, asked, socket, webSocket));
      });
    });
  const tunnels = new Tunnels(accept, limits, metrics);
  const server = createServer(HTTP_PATIENCE, (request, response) => {
    if (!isTunnelPath(request.url ?? '/')) return void answerHttp(request, response, health, metrics);
    answerTunnel(request, response, tunnels, isForeign).catch((err: unknown) => {
      log.debug({ err }, 'a request to the tunnel broke off');
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => void accept(request, socket, head));
  return { server, beat: heartbeat.beat };
}

function webSocketServer(maxPayload: number): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
    skipUTF8Validation: true,
  });
}
