/** Bytes taken at once. Small against what a room with anybody in it holds anyway. */
const SLAB = 8 * 1024;
/** Larger ones get memory of their own. */
const SHARED = SLAB / 8;

/**
 * Memory for the small frames of one room, cut from larger pieces: a piece of its own for every keystroke costs more than
 * the rest of it, and the garbage collector holds everybody up for many. Node's shared pool would not do: a room keeps
 * its frames until they are compacted, and a few of them would hold on to kilobytes of others'. Those of a room go
 * together.
 */
export class FrameSlab {
  #slab: Buffer | null = null;
  #used = 0;

  take(bytes: number): Buffer {
    if (bytes > SHARED) return Buffer.allocUnsafeSlow(bytes);
    if (this.#slab === null || this.#used + bytes > SLAB) {
      this.#slab = Buffer.allocUnsafeSlow(SLAB);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += bytes;
    return this.#slab.subarray(start, start + bytes);
  }
}
