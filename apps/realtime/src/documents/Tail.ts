import { joinUpdates } from '../protocol/joinUpdates';
import { UpdateFrame } from '../protocol/UpdateFrame';

interface Entry {
  readonly content: UpdateFrame;
  /** How many stored rows it holds; of the edits that share a row, the first has it. */
  rows: number;
  /** Null until its row is stored. */
  seq: bigint | null;
}

/** So many entries, or so many bytes, become one frame for joiners that is never made again. */
const SEALED_ENTRIES = 256;
const SEALED_BYTES = 64 * 1024;

/**
 * What came after the compacted base, stored or not yet. Frames for joiners are built once, when the first one asks,
 * and shared: full groups stay as they are, only the last one is made again as it grows.
 */
export class Tail {
  #entries: Entry[] = [];
  #bytes = 0;
  #rows = 0;
  /** The row an edit of ours was stored in last. */
  #lastStored: bigint | null = null;
  #sealed: Buffer[] = [];
  /** Entries in `#sealed`. */
  #sealedEntries = 0;
  #rest: { entries: number; frame: Buffer } | null = null;

  /** Stored rows: what a document that is opened has to read. */
  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Stored rows.
   * @param rows how many the update holds, the last of them `seq`
   */
  push(content: UpdateFrame, seq: bigint, rows = 1): void {
    this.#push({ content, seq, rows });
    this.#rows += rows;
  }

  /**
   * An edit that is about to be stored, with others in one row.
   * @returns the function that tells the row's sequence number once it is
   */
  pushEdit(content: UpdateFrame): (seq: bigint) => void {
    const entry: Entry = { content, seq: null, rows: 0 };
    this.#push(entry);
    return (stored) => {
      entry.seq = stored;
      if (stored === this.#lastStored) return;
      this.#lastStored = stored;
      entry.rows = 1;
      this.#rows++;
    };
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.#bytes += entry.content.update.length;
  }

  *updates(): Iterable<Uint8Array> {
    for (const { content } of this.#entries) yield content.update;
  }

  /** Forgets what a base through `seq` holds. */
  dropThrough(seq: bigint): void {
    this.#entries = this.#entries.filter((entry) => entry.seq === null || entry.seq > seq);
    this.#bytes = this.#entries.reduce((sum, { content }) => sum + content.update.length, 0);
    this.#rows = this.#entries.reduce((sum, { rows }) => sum + rows, 0);
    this.#sealed = [];
    this.#sealedEntries = 0;
    this.#rest = null;
  }

  joinFrames(): readonly Buffer[] {
    this.#seal();
    const entries = this.#entries.length - this.#sealedEntries;
    if (entries === 0) return this.#sealed;
    if (this.#rest?.entries !== entries) {
      this.#rest = { entries, frame: frameOf(this.#entries.slice(this.#sealedEntries)) };
    }
    return [...this.#sealed, this.#rest.frame];
  }

  #seal(): void {
    let bytes = 0;
    for (let i = this.#sealedEntries; i < this.#entries.length; i++) {
      bytes += this.#entries[i]?.content.update.length ?? 0;
      if (bytes < SEALED_BYTES && i + 1 - this.#sealedEntries < SEALED_ENTRIES) continue;
      this.#sealed.push(frameOf(this.#entries.slice(this.#sealedEntries, i + 1)));
      this.#sealedEntries = i + 1;
      this.#rest = null;
      bytes = 0;
    }
  }
}

function frameOf(entries: readonly Entry[]): Buffer {
  const [only] = entries;
  if (entries.length === 1 && only) return only.content.frame;
  return new UpdateFrame(joinUpdates(entries.map(({ content }) => content.update))).frame;
}
