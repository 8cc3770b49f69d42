import { frames } from '@hemicycle/collab/protocol';
import { mergeUpdates } from 'yjs';
import { webSocketFrame } from '../protocol/webSocketFrame';

interface Entry {
  readonly update: Uint8Array;
  /** Null until its row is stored. */
  seq: bigint | null;
}

/** So many updates become one frame for joiners: merging is quadratic-ish, so the groups stay small. */
const MERGED = 64;

/**
 * What came after the compacted base, stored or not yet. Frames for joiners are built once, when the first one asks,
 * and shared; groups that are full never change again.
 */
export class Tail {
  #entries: Entry[] = [];
  #bytes = 0;
  /** Frame of entries [i × MERGED, (i + 1) × MERGED). */
  #frames: Buffer[] = [];
  #rest: { count: number; frame: Buffer } | null = null;

  get length(): number {
    return this.#entries.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Returns the function that tells its sequence number once it is stored. */
  push(update: Uint8Array, seq: bigint | null): (seq: bigint) => void {
    const entry: Entry = { update, seq };
    this.#entries.push(entry);
    this.#bytes += update.length;
    return (stored) => {
      entry.seq = stored;
    };
  }

  *updates(): Iterable<Uint8Array> {
    for (const entry of this.#entries) yield entry.update;
  }

  /** Forgets what a base through `seq` holds. */
  dropThrough(seq: bigint): void {
    this.#entries = this.#entries.filter((entry) => entry.seq === null || entry.seq > seq);
    this.#bytes = this.#entries.reduce((sum, entry) => sum + entry.update.length, 0);
    this.#frames = [];
    this.#rest = null;
  }

  joinFrames(): Buffer[] {
    const full = Math.floor(this.#entries.length / MERGED);
    while (this.#frames.length < full) this.#frames.push(this.#merge(this.#frames.length * MERGED, MERGED));
    const count = this.#entries.length - full * MERGED;
    if (count === 0) return this.#frames;
    if (this.#rest?.count !== count || this.#rest === null) {
      this.#rest = { count, frame: this.#merge(full * MERGED, count) };
    }
    return [...this.#frames, this.#rest.frame];
  }

  #merge(from: number, count: number): Buffer {
    const updates = this.#entries.slice(from, from + count).map((entry) => entry.update);
    return webSocketFrame(frames.update(mergeUpdates(updates)));
  }
}
