import { CLOSE } from '@hemicycle/contracts';
import type { WebSocket } from 'ws';
import type { AccountRate } from '../limits/AccountRates';
import { createFloodGate } from '../limits/createFloodGate';
import { TokenBucket } from '../limits/TokenBucket';
import type { DocumentConnection } from './DocumentConnection';
import type { Room } from './Room';
import { receiveFrame } from './receiveFrame';
import type { Services } from './services';

/** Longest single pause for what the connection sends, so that who stays above its rate is seen to. Milliseconds. */
const LONGEST_PAUSE = 1_000;
/**
 * The same for what its account sends. After each pause a frame is taken whatever the debt, so that with a short one
 * many sockets take more than they may together; but pongs are not read meanwhile, and are missed after 30 s.
 */
const LONGEST_ACCOUNT_PAUSE = 10_000;

/**
 * The frames of one connection, in their order: weighed, handled, and waited for when one is inspected elsewhere. Who
 * sends too much is read more slowly, which loses nothing and holds back only the sender.
 */
export class FrameReader {
  readonly #webSocket: WebSocket;
  readonly #connection: DocumentConnection;
  readonly #room: Room;
  readonly #services: Services;
  readonly #weigh: ReturnType<typeof createFloodGate>;
  readonly #questions: TokenBucket;
  readonly #account: AccountRate;
  /** Came in one read with a frame that is being inspected: what is on the socket is not read before that is done. */
  #held: Buffer[] = [];
  #inspecting = false;
  /** Reasons not to read on. */
  #pauses = 0;

  constructor(webSocket: WebSocket, connection: DocumentConnection, room: Room, services: Services) {
    const { limits, rates } = services;
    const opened = performance.now();
    this.#webSocket = webSocket;
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
    else if (this.#inspecting) this.#held.push(bytes);
    else this.#handle(bytes);
  }

  #handle(bytes: Buffer): void {
    const begun = performance.now();
    const answer = this.#weigh(bytes.length, begun);
    if (answer.kind === 'close') {
      this.#connection.close(CLOSE.flood, 'too much');
      return;
    }
    const inspected = receiveFrame(this.#room, this.#connection, bytes, this.#services, this.#mayAsk);
    if (inspected) this.#waitFor(inspected);
    else this.#connection.unfinishedBytes = 0;
    const now = performance.now();
    const debt = Math.max(
      this.#account.bytes.take(bytes.length, now),
      this.#account.work.take(now - begun, now),
    );
    if (this.#connection.closed) return;
    const own = answer.kind === 'pause' ? Math.min(answer.ms, LONGEST_PAUSE) : 0;
    const pause = Math.max(own, Math.min(debt, LONGEST_ACCOUNT_PAUSE));
    if (pause > 0) this.#pauseFor(pause);
  }

  #waitFor(inspected: Promise<void>): void {
    this.#inspecting = true;
    this.#pause();
    void inspected.finally(() => {
      this.#inspecting = false;
      this.#connection.unfinishedBytes = 0;
      this.#resume();
      while (!this.#inspecting && !this.#connection.closed) {
        const next = this.#held.shift();
        if (!next) return;
        this.#handle(next);
      }
    });
  }

  readonly #mayAsk = (): boolean => this.#questions.take(1, performance.now()) === 0;

  #pauseFor(ms: number): void {
    this.#pause();
    setTimeout(() => this.#resume(), ms).unref();
  }

  #pause(): void {
    if (this.#pauses++ === 0) this.#webSocket.pause();
  }

  #resume(): void {
    if (--this.#pauses === 0) this.#webSocket.resume();
  }
}
