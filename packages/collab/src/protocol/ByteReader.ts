/** The bytes end early, hold a number no client could write, or are otherwise not what they claim to be. */
export class MalformedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'MalformedError';
  }
}

/** Reads lib0's encoding without copying. Every read is bounds-checked: the bytes come from strangers. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  get ended(): boolean {
    return this.position >= this.bytes.length;
  }

  uint8(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new MalformedError('unexpected end');
    this.position++;
    return value;
  }

  /** @throws MalformedError above 2^53 - 1, which lib0 refuses as well. */
  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.uint8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
      if (value > Number.MAX_SAFE_INTEGER || factor > 2 ** 53) throw new MalformedError('number too large');
    }
  }

  /** A view of the next `length` bytes. */
  take(length: number): Uint8Array {
    const end = this.position + length;
    if (end > this.bytes.length) throw new MalformedError('unexpected end');
    const view = this.bytes.subarray(this.position, end);
    this.position = end;
    return view;
  }

  skip(length: number): void {
    const end = this.position + length;
    if (end > this.bytes.length) throw new MalformedError('unexpected end');
    this.position = end;
  }

  /** A view of bytes preceded by their length. */
  varBytes(): Uint8Array {
    return this.take(this.varUint());
  }
}
