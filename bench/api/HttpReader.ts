import { connect, type Socket } from 'node:net';

/** What every answer must be: 200 with exactly these bytes. */
export interface Reading {
  readonly host: string;
  readonly port: number;
  /** Whole requests, sent in turn. */
  readonly requests: readonly Buffer[];
  readonly body: Buffer;
  /** Milliseconds from the request's write until its answer is there completely. */
  readonly answered: (ms: number) => void;
  readonly failed: (reason: string) => void;
}

/** Longer than any header or answer here: one read takes in a whole answer. Bytes. */
const BUFFER = 256 * 1024;
/** An answer that takes longer has failed. Milliseconds. */
const PATIENCE = 5_000;
const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/**
 * A keep-alive connection that sends the next request when the last answer is complete, and compares each answer with
 * what it must be. It does no more than that: a general client would take a third of what it measures.
 */
export class HttpReader {
  readonly #reading: Reading;
  readonly #socket: Socket;
  readonly #held = Buffer.allocUnsafe(BUFFER);
  #length = 0;
  #next: number;
  #sent = 0;
  #ending = false;

  /** @param first index of the request it begins with */
  constructor(reading: Reading, first: number) {
    this.#reading = reading;
    this.#next = first;
    const arrived = Buffer.allocUnsafe(BUFFER);
    this.#socket = connect({
      host: reading.host,
      port: reading.port,
      noDelay: true,
      onread: {
        buffer: arrived,
        callback: (count) => {
          this.#take(arrived, count);
          return true;
        },
      },
    });
    this.#socket.once('connect', () => this.#send());
    this.#socket.once('error', (error) => this.#fail(error.message));
    this.#socket.once('close', () => this.#fail('the connection was closed'));
  }

  /** Ends after the answer under way, which fails when it is late already. */
  end(): void {
    if (!this.#ending && performance.now() - this.#sent > PATIENCE) this.#fail('no answer in time');
    this.#ending = true;
  }

  #send(): void {
    if (this.#ending) {
      this.#socket.destroy();
      return;
    }
    const { requests } = this.#reading;
    const request = requests[this.#next % requests.length];
    this.#next += 1;
    this.#length = 0;
    this.#sent = performance.now();
    if (request) this.#socket.write(request);
  }

  #take(arrived: Buffer, count: number): void {
    try {
      if (this.#length + count > BUFFER) throw new Error('an answer too long');
      arrived.copy(this.#held, this.#length, 0, count);
      this.#length += count;
      if (!this.#isComplete()) return;
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
      return;
    }
    this.#reading.answered(performance.now() - this.#sent);
    this.#send();
  }

  /** @throws when what has come is not the beginning of the answer it must be */
  #isComplete(): boolean {
    const held = this.#held.subarray(0, this.#length);
    const end = held.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = held.toString('latin1', 0, end);
    if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(head.split('\r\n', 1)[0]);
    const { body } = this.#reading;
    const length = LENGTH.exec(head)?.[1];
    if (Number(length) !== body.length) throw new Error(`an answer of ${length ?? 'unknown'} bytes`);
    const begin = end + HEAD_END.length;
    if (held.length < begin + body.length) return false;
    if (!held.subarray(begin).equals(body)) throw new Error('an answer with another body');
    return true;
  }

  #fail(reason: string): void {
    if (!this.#ending) this.#reading.failed(reason);
    this.#ending = true;
    this.#socket.destroy();
  }
}
