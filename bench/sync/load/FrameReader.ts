/** What becomes of the messages of one socket. Bytes are only valid during the call. */
export interface FrameSink {
  /** A whole data message: `bytes` from `start` to `end`. */
  message(bytes: Buffer, start: number, end: number): void;
  /** A large message that was not kept: its first bytes and its length. */
  large(head: Buffer, length: number): void;
  ping(payload: Buffer): void;
  closed(code: number): void;
}

/** Longest header of an unmasked frame. */
const HEADER = 10;
/** A message above this is passed over, after its first bytes, unless the socket keeps what it gets. Bytes. */
const LARGE = 64 * 1024;
const HEAD = 64;

/**
 * Cuts a server's byte stream into WebSocket frames. Only headers are read; nothing is copied unless a frame crosses
 * the border of a chunk. A thousand sockets of one process can share one read buffer.
 */
export class FrameReader {
  readonly #sink: FrameSink;
  readonly #keep: boolean;
  /** The beginning of a frame that goes on in the next chunk. */
  #part: Buffer | null = null;
  #have = 0;
  #need = 0;
  #skip = 0;
  #head: Buffer | null = null;
  #largeLength = 0;
  bytes = 0;

  constructor(sink: FrameSink, keep: boolean) {
    this.#sink = sink;
    this.#keep = keep;
  }

  push(chunk: Buffer, length: number): void {
    this.bytes += length;
    let at = 0;
    if (this.#skip > 0) at = this.#skipOn(length);
    while (this.#part && at < length) at = this.#complete(chunk, at, length);
    while (at < length) {
      const header = headerLength(chunk, at, length);
      const size = header === 0 ? 0 : header + payloadLength(chunk, at);
      if (size === 0 || size > length - at) {
        this.#begin(chunk, at, length, header, size);
        return;
      }
      this.#frame(chunk, at, header, size);
      at += size;
    }
  }

  /** Keeps the beginning of a frame whose end has not come. */
  #begin(chunk: Buffer, at: number, length: number, header: number, size: number): void {
    const known = size > 0;
    this.#need = known ? this.#wanted(header, size) : HEADER;
    this.#part = Buffer.allocUnsafe(this.#need);
    this.#have = 0;
    let from = at;
    while (this.#part && from < length) from = this.#complete(chunk, from, length);
  }

  /** How much of a frame is gathered: all of it, or the head of a large one. */
  #wanted(header: number, size: number): number {
    return size > LARGE && !this.#keep ? header + HEAD : size;
  }

  #complete(chunk: Buffer, at: number, length: number): number {
    let part = this.#part as Buffer;
    let from = at;
    // The header byte by byte: a short frame may end before ten bytes, and another follow.
    while (from < length) {
      const header = headerLength(part, 0, this.#have);
      if (header > 0) {
        const size = header + payloadLength(part, 0);
        const wanted = this.#wanted(header, size);
        if (part.length < wanted) {
          const grown = Buffer.allocUnsafe(wanted);
          part.copy(grown, 0, 0, this.#have);
          part = grown;
          this.#part = grown;
        }
        const take = Math.min(wanted - this.#have, length - from);
        chunk.copy(part, this.#have, from, from + take);
        this.#have += take;
        from += take;
        if (this.#have < wanted) return from;
        this.#part = null;
        if (wanted === size) {
          this.#frame(part, 0, header, size);
          return from;
        }
        this.#head = part.subarray(header, wanted);
        this.#largeLength = size - header;
        this.#skip = size - wanted;
        return from + this.#skipOn(length - from);
      }
      part[this.#have++] = chunk[from++] as number;
    }
    // Only the last byte completed the header of a frame without payload.
    const header = headerLength(part, 0, this.#have);
    if (header > 0 && payloadLength(part, 0) === 0) {
      this.#part = null;
      this.#frame(part, 0, header, header);
    }
    return from;
  }

  #skipOn(available: number): number {
    const take = Math.min(this.#skip, available);
    this.#skip -= take;
    if (this.#skip === 0 && this.#head) {
      const head = this.#head;
      this.#head = null;
      this.#sink.large(head, this.#largeLength);
    }
    return take;
  }

  #frame(bytes: Buffer, at: number, header: number, size: number): void {
    const opcode = (bytes[at] as number) & 0x0f;
    if (opcode === 2) this.#sink.message(bytes, at + header, at + size);
    else if (opcode === 9) this.#sink.ping(bytes.subarray(at + header, at + size));
    else if (opcode === 8) this.#sink.closed(size - header >= 2 ? bytes.readUInt16BE(at + header) : 1005);
  }
}

/** 0 when the header has not arrived completely. */
function headerLength(bytes: Buffer, at: number, end: number): number {
  if (end - at < 2) return 0;
  const second = bytes[at + 1] as number;
  const header = second < 126 ? 2 : second === 126 ? 4 : 10;
  return end - at < header ? 0 : header;
}

function payloadLength(bytes: Buffer, at: number): number {
  const second = bytes[at + 1] as number;
  if (second < 126) return second;
  return second === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
}
