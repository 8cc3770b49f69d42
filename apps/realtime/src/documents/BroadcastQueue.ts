import type { DocumentConnection } from './DocumentConnection';
import type { Flushable, TickWriter } from './TickWriter';

interface Broadcast {
  readonly frame: Buffer;
  readonly from: DocumentConnection | null;
}

/**
 * Frames of one room in one turn of the event loop. Receivers that sent nothing themselves share one buffer; a sender
 * gets all but its own.
 */
export class BroadcastQueue implements Flushable {
  readonly #connections: ReadonlySet<DocumentConnection>;
  readonly #ticks: TickWriter;
  #frames: Broadcast[] = [];

  constructor(connections: ReadonlySet<DocumentConnection>, ticks: TickWriter) {
    this.#connections = connections;
    this.#ticks = ticks;
  }

  add(frame: Buffer, from: DocumentConnection | null): void {
    this.#frames.push({ frame, from });
    this.#ticks.addRoom(this);
  }

  flush(): void {
    const frames = this.#frames;
    this.#frames = [];
    const [only] = frames;
    if (only && frames.length === 1) this.#write(only.frame, only.from);
    else this.#writeMany(frames);
  }

  /** The common case: one frame, and its sender does not want it. */
  #write(frame: Buffer, from: DocumentConnection | null): void {
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
