const UTF8 = new TextEncoder();

/** Writes lib0's encoding into one growing buffer. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
  }

  #reserve(more: number): void {
    const wanted = this.#length + more;
    if (wanted <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  varUint(value: number): this {
    this.#reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = 0x80 | (rest % 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** Bytes preceded by their length. */
  varBytes(bytes: Uint8Array): this {
    return this.varUint(bytes.length).raw(bytes);
  }

  varString(text: string): this {
    return this.varBytes(UTF8.encode(text));
  }

  /** What was written; a view that must not be written to any more. */
  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
