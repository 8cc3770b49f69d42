import type { IncomingMessage } from 'node:http';
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
import type { Health } from './http';
import { AccountSockets } from './limits/AccountSockets';
import { closeRefused } from './limits/closeRefused';
import type { Revocation } from './revocation/Revocation';
import type { Accept } from './tunnel/Tunnels';

export interface SocketDoorParts {
  readonly services: Services;
  readonly gate: Gate;
  readonly rooms: Rooms;
  readonly hub: EventsHub;
  readonly revocation: Revocation;
  readonly health: Health;
  /** The only Origin a browser may come from. */
  readonly publicOrigin: string;
}

/** One socket that asks to be let in. */
interface Arrival {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly webSocket: WebSocket;
}

/** Where nobody has anything to say: bounds what `ws` gathers of a message. Bytes. */
const MOST_SAID_ELSEWHERE = 1024;

/** Against many who come at once: an upgrade takes some 0.2 ms. */
const UPGRADED_AT_ONCE = 8;

/**
 * Lets sockets in, or refuses them. Browsers cannot read the status of a failed upgrade, so a refused socket is accepted
 * and closed with a code. Until it is admitted nothing is read from a socket: what a stranger sends stays in the
 * kernel's buffers.
 */
export class SocketDoor {
  readonly #parts: SocketDoorParts;
  readonly #documentSockets: WebSocketServer;
  readonly #otherSockets = webSocketServer(MOST_SAID_ELSEWHERE);
  readonly #heartbeat = createHeartbeat();
  readonly #accounts: AccountSockets;
  #unadmitted = 0;
  /** Upgrades that wait for their turn of the event loop; a socket each, so that there are no more than those. */
  #arrived: (() => void)[] = [];

  constructor(parts: SocketDoorParts) {
    const { limits } = parts.services;
    this.#parts = parts;
    // Above our own limit, so that we answer with our code; far above it `ws` cuts off with 1009.
    this.#documentSockets = webSocketServer(limits.frameBytes * 2);
    this.#accounts = new AccountSockets(limits);
  }

  /** To be called every `HEARTBEAT_MS`. */
  beat(): void {
    this.#heartbeat.beat();
  }

  isForeign(origin: string | undefined): boolean {
    return origin !== undefined && origin !== this.#parts.publicOrigin;
  }

  /** Resolves once the socket is served (null) or refused (with what). */
  readonly accept: Accept = (request, socket, head) =>
    new Promise((resolve) => {
      socket.on('error', () => socket.destroy());
      this.#arrived.push(() => {
        const asked = readSocketRequest(request.url ?? '/');
        const sockets = asked?.kind === 'document' ? this.#documentSockets : this.#otherSockets;
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          webSocket.pause();
          this.#heartbeat.watch(webSocket);
          webSocket.on('error', (err) => this.#parts.services.log.debug({ err }, 'socket error'));
          resolve(this.#serve({ request, socket, webSocket }, asked));
        });
      });
      if (this.#arrived.length === 1) setImmediate(this.#upgradeSome);
    });

  /** Who comes with many others waits some turns, instead of everybody's text. */
  readonly #upgradeSome = (): void => {
    for (const upgrade of this.#arrived.slice(0, UPGRADED_AT_ONCE)) upgrade();
    this.#arrived = this.#arrived.slice(UPGRADED_AT_ONCE);
    if (this.#arrived.length > 0) setImmediate(this.#upgradeSome);
  };

  async #serve(arrival: Arrival, asked: SocketRequest | null): Promise<CloseCode | null> {
    const { services, health } = this.#parts;
    const { limits, log } = services;
    if (!asked) return this.#refuse(arrival, CLOSE.notFound, 'no such address');
    if (this.isForeign(arrival.request.headers.origin)) {
      return this.#refuse(arrival, CLOSE.forbidden, 'foreign origin');
    }
    if (this.#unadmitted >= limits.unadmitted || health.draining) {
      return this.#refuse(arrival, CLOSE.resync, 'busy');
    }
    this.#unadmitted++;
    const late = setTimeout(() => arrival.webSocket.terminate(), limits.admissionMs);
    try {
      return await this.#admit(arrival, asked);
    } catch (err) {
      log.warn({ err, kind: asked.kind }, 'socket could not be admitted');
      return this.#refuse(arrival, CLOSE.resync, 'unavailable');
    } finally {
      clearTimeout(late);
      this.#unadmitted--;
    }
  }

  async #admit(arrival: Arrival, asked: SocketRequest): Promise<CloseCode | null> {
    const { gate, hub, rooms, services, revocation } = this.#parts;
    const { webSocket, socket } = arrival;
    const { heard } = revocation;
    const admitted =
      asked.kind === 'document' ? await admitToDocument(gate, asked) : await admitToEvents(gate, asked);
    if ('refused' in admitted) return this.#refuse(arrival, admitted.refused, 'refused');
    const userId = 'actor' in admitted ? admitted.actor.userId : admitted.userId;
    // It may have ended while the database was asked, and would never give its place back.
    if (webSocket.readyState === webSocket.CLOSED) return null;
    if (!this.#accounts.enter(userId)) {
      return this.#refuse(arrival, CLOSE.flood, 'too many sockets of one account');
    }
    services.metrics.connections.inc({ kind: asked.kind });
    webSocket.on('close', () => {
      this.#accounts.leave(userId);
      services.metrics.connections.dec({ kind: asked.kind });
    });
    if (webSocket.readyState !== webSocket.OPEN) return null;
    if ('actor' in admitted) await serveDocument(webSocket, socket, admitted, rooms, services);
    else hub.serve(webSocket, admitted);
    // What ended a right while it was admitted, and its document loaded, did not find it among those inside.
    if (revocation.heard !== heard) await revocation.recheckPerson(userId);
    return null;
  }

  #refuse({ webSocket, socket }: Arrival, code: CloseCode, reason: string): CloseCode {
    this.#parts.services.metrics.closed.inc({ code: String(code) });
    closeRefused(webSocket, socket, code, reason);
    return code;
  }
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
