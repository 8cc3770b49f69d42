import { Duplex } from 'node:stream';
import { UnconfirmedBytes } from '@hemicycle/collab/protocol';

/** Handed to `ws` at a time, as by a kernel: its reader, and with it the flood gate, acts between two reads. Bytes. */
const READ_BYTES = 64 * 1024;

/**
 * Stands where a WebSocket's TCP socket stands, for `ws` and for whoever writes frames below it. What is written counts
 * as waiting (`writableLength`) until the browser confirmed it, so that every bound on slow readers holds unchanged;
 * what the browser pushed is read only as fast as `ws` reads.
 */
export class TunnelSocket extends Duplex {
  /** Called when there is something to read below, and at the end. */
  onReady: () => void = () => undefined;
  readonly #down = new UnconfirmedBytes();
  #upgraded = false;
  #gone = false;
  #confirmed: (() => void) | null = null;
  #up: Buffer[] = [];
  #full = false;
  #whenTaken: (() => void)[] = [];

  constructor() {
    super({ readableHighWaterMark: READ_BYTES });
  }

  /** The browser has everything before `from`, and gets what follows. Null: no such place in the stream. */
  readDown(from: number, max: number): Uint8Array | null {
    if (!this.#down.confirm(from)) return null;
    this.#settle();
    return this.#down.read(max);
  }

  /** Hands bytes of the browser up; resolves once `ws` took them, or will take no more. One call at a time. */
  offerUp(bytes: Buffer): Promise<void> {
    for (let i = 0; i < bytes.length; i += READ_BYTES) this.#up.push(bytes.subarray(i, i + READ_BYTES));
    return new Promise((resolve) => {
      this.#whenTaken.push(resolve);
      this.#feed();
    });
  }

  /** The browser said that it reads no more: the same as the end of a TCP connection. */
  hangUp(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#down.clear();
    this.#settle();
    this.push(null);
  }

  override _read(): void {
    this.#full = false;
    this.#feed();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#carry([chunk], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#carry(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  override _final(done: () => void): void {
    if (!this.#gone) this.push(null);
    this.#gone = true;
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#gone = true;
    this.#down.clear();
    this.#up = [];
    this.#taken();
    this.onReady();
    done(error);
  }

  #carry(chunks: Buffer[], done: () => void): void {
    // The first write is the answer to the upgrade, which no browser asked for.
    const frames = this.#upgraded ? chunks : chunks.slice(1);
    this.#upgraded = true;
    if (!this.#gone) for (const frame of frames) this.#down.append(frame);
    this.#confirmed = done;
    this.#settle();
    if (!this.#down.isEmpty) this.onReady();
  }

  /** Once everything was confirmed the next write may come. */
  #settle(): void {
    if (!this.#down.isEmpty) return;
    const done = this.#confirmed;
    this.#confirmed = null;
    done?.();
  }

  #feed(): void {
    while (!this.#full && !this.#gone) {
      const next = this.#up.shift();
      if (!next) break;
      this.#full = !this.push(next);
    }
    if ((this.#up.length === 0 && !this.#full) || this.#gone) this.#taken();
  }

  #taken(): void {
    const waiting = this.#whenTaken;
    this.#whenTaken = [];
    for (const resolve of waiting) resolve();
  }
}
