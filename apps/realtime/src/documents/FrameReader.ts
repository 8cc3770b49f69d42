import { setTimeout as delay } from 'node:timers/promises';
import { CLOSE } from '@hemicycle/contracts';
import type { WebSocket } from 'ws';
import type { AccountRate } from '../limits/AccountRates';
import { createFloodGate } from '../limits/createFloodGate';
import { TokenBucket } from '../limits/TokenBucket';
import type { DocumentConnection } from './DocumentConnection';
import type { Room } from './Room';
import { receiveFrame } from './receiveFrame';
import type { Services } from './services';

/** Longest single pause: pings are not read either meanwhile. Milliseconds. */
const LONGEST_PAUSE = 1_000;
/** What a frame costs by and by, against what it costs when it comes: it is read again to be joined with others for its row. */
const IN_ALL = 3;

/**
 * The frames of one connection, in their order: weighed, handled, and waited for when one is inspected elsewhere. Who
 * sends too much is read more slowly, which loses nothing and holds back only the sender.
 */
export class FrameReader {
  readonly #connection: DocumentConnection;
  readonly #room: Room;
  readonly #services: Services;
  readonly #weigh: ReturnType<typeof createFloodGate>;
  readonly #questions: TokenBucket;
  readonly #account: AccountRate;
  /** Came in one read with a frame that is waited for: what is on the socket is not read before that is over. */
  #held: Buffer[] = [];
  #waiting = false;

  constructor(webSocket: WebSocket, connection: DocumentConnection, room: Room, services: Services) {
    const { limits, rates } = services;
    const opened = performance.now();
    this.#connection = connection;
    this.#room = room;
    this.#services = services;
    this.#weigh = createFloodGate(limits, opened);
    this.#questions = new TokenBucket(limits.step1PerMinute / 60, limits.step1PerMinute, opened);
    this.#account = rates.enter(connection.user.id, opened);
    webSocket.on('close', () => rates.leave(connection.user.id));
  }

  receive(bytes: Buffer, isBinary: boolean): void {
    const { limits } = this.#services;
    if (this.#connection.closed) return;
    if (!isBinary) this.#connection.close(CLOSE.malformed, 'text frame');
    else if (bytes.length > limits.frameBytes) this.#connection.close(CLOSE.tooLarge, 'frame too large');
    else if (this.#waiting) this.#held.push(bytes);
    else this.#handle(bytes);
  }

  #handle(bytes: Buffer): void {
    const begun = performance.now();
    // Before the frame, not after it: many sockets would each have one taken that their account had no time left for.
    const debt = Math.max(this.#account.bytes.take(0, begun), this.#account.work.take(0, begun));
    if (debt > 0) {
      this.#held.unshift(bytes);
      // Still counted as unfinished: a large frame is in memory until its turn.
      this.#waitFor(delay(Math.min(debt, LONGEST_PAUSE), undefined, { ref: false }));
      return;
    }
    const answer = this.#weigh(bytes.length, begun);
    if (answer.kind === 'close') {
      this.#connection.close(CLOSE.flood, 'too much');
      return;
    }
    const inspected = receiveFrame(this.#room, this.#connection, bytes, this.#services, this.#mayAsk);
    if (inspected) this.#waitFor(inspected.finally(this.#finished));
    else this.#finished();
    const now = performance.now();
    this.#account.bytes.take(bytes.length, now);
    this.#account.work.take((now - begun) * IN_ALL, now);
    if (answer.kind === 'pause' && !this.#connection.closed) {
      this.#pauseFor(Math.min(answer.ms, LONGEST_PAUSE));
    }
  }

  #waitFor(something: Promise<void>): void {
    this.#waiting = true;
    this.#connection.pause();
    void something.finally(() => {
      this.#waiting = false;
      this.#connection.resume();
      while (!this.#waiting && !this.#connection.closed) {
        const next = this.#held.shift();
        if (!next) return;
        this.#handle(next);
      }
    });
  }

  readonly #finished = (): void => {
    this.#connection.unfinishedBytes = 0;
  };

  readonly #mayAsk = (): boolean => this.#questions.take(1, performance.now()) === 0;

  #pauseFor(ms: number): void {
    this.#connection.pause();
    setTimeout(() => this.#connection.resume(), ms).unref();
  }
}
