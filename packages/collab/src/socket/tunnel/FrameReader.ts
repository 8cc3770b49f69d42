import { BINARY, CLOSE, PING, PONG, TEXT } from './opcodes';

export interface ReceivedFrame {
  readonly opcode: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

const KNOWN: readonly number[] = [TEXT, BINARY, CLOSE, PING, PONG];
/** First byte: the last (and only) piece of a message, no extension. */
const WHOLE = 0x80;

/** Takes a server's WebSocket frames out of a stream of bytes that arrives in pieces of any length. */
export class FrameReader {
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** As many bytes must be there before there is anything to do. */
  #needed = 2;

  /** The frames that are complete now. @throws on what our server never sends: pieces, masks, unknown kinds */
  feed(chunk: Uint8Array): ReceivedFrame[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return [];
    const bytes = this.#join();
    const frames: ReceivedFrame[] = [];
    let at = 0;
    for (;;) {
      const size = sizeOf(bytes, at);
      this.#needed = size.header + size.payload;
      if (bytes.length - at < this.#needed) break;
      const start = at + size.header;
      const opcode = (bytes[at] ?? 0) & 0x0f;
      frames.push({ opcode, payload: bytes.slice(start, start + size.payload) });
      at += this.#needed;
    }
    this.#chunks = [bytes.subarray(at)];
    this.#length = bytes.length - at;
    return frames;
  }

  #join(): Uint8Array {
    if (this.#chunks.length === 1) return this.#chunks[0] as Uint8Array;
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}

/** Lengths of the frame that begins at `at`; as long as they cannot be told, of as much as tells more. */
function sizeOf(bytes: Uint8Array, at: number): { header: number; payload: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
  if (view.byteLength < 2) return { header: 2, payload: 0 };
  const first = view.getUint8(0);
  if ((first & 0xf0) !== WHOLE || !KNOWN.includes(first & 0x0f)) throw new Error('not a frame of our server');
  const length = view.getUint8(1);
  if (length < 126) return { header: 2, payload: length };
  if (length === 126) return { header: 4, payload: view.byteLength < 4 ? 0 : view.getUint16(2) };
  if (length === 127) return { header: 10, payload: view.byteLength < 10 ? 0 : Number(view.getBigUint64(2)) };
  throw new Error('a server masks nothing');
}
