import type { DocumentConnection } from './DocumentConnection';
import type { Flushable, TickWriter } from './TickWriter';

/**
 * Frames of one room in one turn of the event loop. Receivers that sent nothing themselves share one buffer; a sender
 * gets all but its own.
 */
export class BroadcastQueue implements Flushable {
  readonly #connections: ReadonlySet<DocumentConnection>;
  readonly #ticks: TickWriter;
  #frames: { frame: Buffer; from: DocumentConnection | null }[] = [];

  constructor(connections: ReadonlySet<DocumentConnection>, ticks: TickWriter) {
    this.#connections = connections;
    this.#ticks = ticks;
  }

  add(frame: Buffer, from: DocumentConnection | null): void {
    this.#frames.push({ frame, from });
    this.#ticks.add(this);
  }

  flush(): void {
    const frames = this.#frames;
    this.#frames = [];
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

function joined(frames: readonly { frame: Buffer }[]): Buffer | null {
  if (frames.length === 0) return null;
  const [only] = frames;
  return frames.length === 1 && only ? only.frame : Buffer.concat(frames.map((each) => each.frame));
}
