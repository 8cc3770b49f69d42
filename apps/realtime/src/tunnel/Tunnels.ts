import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE, type CloseCode, type TunnelOpened } from '@hemicycle/contracts';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import { TunnelSession } from './TunnelSession';
import { upgradeRequest } from './upgradeRequest';

/** Takes a connection as a WebSocket's; resolves once it is admitted (null) or refused (with what). */
export type Accept = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<CloseCode | null>;

const NOTHING = Buffer.alloc(0);

/** The connections of this process that are carried in HTTP requests. */
export class Tunnels {
  readonly #accept: Accept;
  readonly #limits: RealtimeLimits;
  readonly #metrics: RealtimeMetrics;
  readonly #sessions = new Map<string, TunnelSession>();

  constructor(accept: Accept, limits: RealtimeLimits, metrics: RealtimeMetrics) {
    this.#accept = accept;
    this.#limits = limits;
    this.#metrics = metrics;
  }

  /**
   * Opens a session for the WebSocket at `url`. Whoever is refused leaves nothing behind: strangers hold memory only
   * while they are being admitted, by the same limit as strangers' sockets.
   * @param abandoned the browser is gone before it got the answer
   */
  async open(
    id: string,
    url: string,
    origin: string | undefined,
    abandoned: AbortSignal,
  ): Promise<TunnelOpened> {
    const full = this.#sessions.size >= this.#limits.tunnelSessions;
    if (full || this.#sessions.has(id)) return { refused: CLOSE.resync };
    const session = new TunnelSession(this.#limits);
    const { socket } = session;
    this.#sessions.set(id, session);
    this.#metrics.tunnels.set(this.#sessions.size);
    const closed = new Promise<CloseCode>((resolve) => {
      socket.on('close', () => {
        this.#sessions.delete(id);
        this.#metrics.tunnels.set(this.#sessions.size);
        resolve(CLOSE.resync);
      });
    });
    const leave = (): void => void socket.destroy();
    abandoned.addEventListener('abort', leave);
    const asked = upgradeRequest(url, origin);
    const refused = await Promise.race([this.#accept(asked, socket, NOTHING), closed]);
    abandoned.removeEventListener('abort', leave);
    if (refused === null) return { key: session.key };
    socket.destroy();
    return { refused };
  }

  /** The session, for whoever has its key; undefined for everybody else. */
  find(id: string, key: string): TunnelSession | undefined {
    const session = this.#sessions.get(id);
    return session?.opensWith(key) ? session : undefined;
  }
}
