import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { RealtimeMetrics } from '../metrics';
import type { Flushable, TickWriter } from './TickWriter';

/** Up to so many bytes a copy costs less than handing over the parts. */
const COPIED_BYTES = 16 * 1024;

/**
 * Writes frames built beforehand straight to the socket below `ws` (compression is off, so `ws` itself writes whole
 * frames too, and the two never interleave inside one).
 */
export class SocketWriter implements Flushable {
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;
  readonly #ticks: TickWriter;
  readonly #metrics: RealtimeMetrics;
  readonly #onTooSlow: () => void;
  /** Bytes that may wait apart from a join, and with what the last join needs. */
  readonly #limit: number;
  #waitingLimit: number;
  #own: Buffer[] = [];
  /** Looks by `keepAlive` since something was written. */
  silentLooks = 0;

  constructor(
    webSocket: WebSocket,
    socket: Duplex,
    shared: { ticks: TickWriter; metrics: RealtimeMetrics },
    options: { waitingLimit: number; onTooSlow: () => void },
  ) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#ticks = shared.ticks;
    this.#metrics = shared.metrics;
    this.#limit = options.waitingLimit;
    this.#waitingLimit = options.waitingLimit;
    this.#onTooSlow = options.onTooSlow;
  }

  /** A frame for this socket alone, written at the end of the turn. */
  send(frame: Buffer): void {
    this.#own.push(frame);
    this.#ticks.addSocket(this);
  }

  /** Frames of a join: as much more may wait as they need, beside what an earlier join still has waiting. */
  sendJoin(frames: readonly Buffer[]): void {
    const nothingWaits = this.#own.length === 0 && this.#socket.writableLength === 0;
    if (nothingWaits) this.#waitingLimit = this.#limit;
    for (const frame of frames) {
      this.#waitingLimit += frame.length;
      this.#own.push(frame);
    }
    this.#ticks.addSocket(this);
  }

  flush(): void {
    if (this.#own.length > 0) this.writeNow(null);
  }

  /** Writes what waits for this socket and then `shared`, in one go. */
  writeNow(shared: Buffer | null): void {
    const parts = this.#own;
    if (parts.length > 0) {
      this.#own = [];
      if (shared) parts.push(shared);
      this.#writeAll(parts);
    } else if (shared) this.#write(shared);
  }

  #writeAll(parts: readonly Buffer[]): void {
    const [only] = parts;
    if (only && parts.length === 1) {
      this.#write(only);
      return;
    }
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    if (bytes <= COPIED_BYTES) {
      this.#write(Buffer.concat(parts, bytes));
      return;
    }
    // One system call as well, but nothing is copied: 150 joiners share one copy of a large document.
    this.#socket.cork();
    for (const part of parts) this.#write(part);
    this.#socket.uncork();
  }

  #write(bytes: Buffer): void {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    this.#socket.write(bytes);
    this.silentLooks = 0;
    this.#metrics.sentBytes.add(bytes.length);
    if (this.#socket.writableLength > this.#waitingLimit) this.#onTooSlow();
  }
}
