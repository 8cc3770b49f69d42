/**
 * A stream of bytes as its receiver confirms it. What was not confirmed is kept and can be read again, any number of
 * times: what was lost on the way is sent once more. Offsets count from the beginning of the stream.
 */
export class UnconfirmedBytes {
  #chunks: Uint8Array[] = [];
  #start = 0;
  #end = 0;

  /** Offset of the first byte that is not confirmed. */
  get start(): number {
    return this.#start;
  }

  get isEmpty(): boolean {
    return this.#start === this.#end;
  }

  append(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#end += chunk.length;
  }

  /** The receiver has everything before `offset`. False when it cannot: never written, or confirmed before. */
  confirm(offset: number): boolean {
    if (offset < this.#start || offset > this.#end) return false;
    let done = 0;
    for (const chunk of this.#chunks) {
      if (this.#start + chunk.length > offset) break;
      this.#start += chunk.length;
      done++;
    }
    this.#chunks.splice(0, done);
    const [first] = this.#chunks;
    if (first && this.#start < offset) this.#chunks[0] = first.subarray(offset - this.#start);
    this.#start = offset;
    return true;
  }

  /** The first bytes that are not confirmed, `max` at the most. */
  read(max: number): Uint8Array<ArrayBuffer> {
    const length = Math.min(max, this.#end - this.#start);
    const bytes = new Uint8Array(length);
    let filled = 0;
    for (const chunk of this.#chunks) {
      if (filled === length) break;
      const part = chunk.subarray(0, length - filled);
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes;
  }

  /** Nobody will read on. */
  clear(): void {
    this.#chunks = [];
    this.#start = this.#end;
  }
}
