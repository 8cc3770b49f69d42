import type { RealtimeLimits } from '../limits/limits';
import type { DocumentConnection } from './DocumentConnection';
import type { SocketWriter } from './SocketWriter';
import type { Flushable, TickWriter } from './TickWriter';

/** As much of a connection as broadcasts have to do with. */
type Receiver = Pick<DocumentConnection, 'closed'> & { readonly writer: Pick<SocketWriter, 'writeNow'> };

type Pace = Pick<RealtimeLimits, 'pacedReceivers' | 'paceMs' | 'paceSlackMs' | 'paceFrames'>;

interface Broadcast {
  readonly frame: Buffer;
  readonly from: Receiver | null;
}

/**
 * Frames of one room on their way to everybody in it. Receivers that sent nothing themselves share one buffer; a sender
 * gets all but its own.
 *
 * They are written at the end of their turn of the event loop. With many receivers, what follows a write too soon waits
 * for company: the writes are nearly all that a keystroke costs there, and one carries many frames for the same price.
 * The first frame after the pace takes along what waits, since the process is awake anyway; a timer stands by.
 */
export class BroadcastQueue implements Flushable {
  readonly #connections: ReadonlySet<Receiver>;
  readonly #ticks: TickWriter;
  readonly #limits: Pace;
  #frames: Broadcast[] = [];
  #timer: NodeJS.Timeout | null = null;
  /** When the room was last written to, by `performance.now()`. */
  #flushed = Number.NEGATIVE_INFINITY;

  constructor(connections: ReadonlySet<Receiver>, ticks: TickWriter, limits: Pace) {
    this.#connections = connections;
    this.#ticks = ticks;
    this.#limits = limits;
  }

  add(frame: Buffer, from: Receiver | null): void {
    this.#frames.push({ frame, from });
    const { pacedReceivers, paceFrames } = this.#limits;
    if (this.#connections.size <= pacedReceivers || this.#frames.length >= paceFrames) {
      this.#ticks.addRoom(this);
    } else this.#pace();
  }

  #pace(): void {
    const { paceMs, paceSlackMs } = this.#limits;
    const since = performance.now() - this.#flushed;
    if (since >= paceMs) this.#ticks.addRoom(this);
    else this.#timer ??= setTimeout(() => this.flush(), paceMs + paceSlackMs - since);
  }

  /** Writes what waits, now. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const frames = this.#frames;
    const [only] = frames;
    if (!only) return;
    this.#frames = [];
    this.#flushed = performance.now();
    if (frames.length === 1) this.#write(only.frame, only.from);
    else this.#writeMany(frames);
  }

  /** The common case: one frame, and its sender does not want it. */
  #write(frame: Buffer, from: Receiver | null): void {
    for (const connection of this.#connections) {
      if (connection !== from && !connection.closed) connection.writer.writeNow(frame);
    }
  }

  #writeMany(frames: readonly Broadcast[]): void {
    const senders = new Set(frames.map((each) => each.from));
    let shared: Buffer | null = null;
    for (const connection of this.#connections) {
      if (connection.closed) continue;
      if (senders.has(connection)) {
        connection.writer.writeNow(joined(frames.filter((each) => each.from !== connection)));
      } else {
        shared ??= joined(frames);
        connection.writer.writeNow(shared);
      }
    }
  }
}

function joined(frames: readonly Broadcast[]): Buffer | null {
  if (frames.length === 0) return null;
  return Buffer.concat(frames.map((each) => each.frame));
}
