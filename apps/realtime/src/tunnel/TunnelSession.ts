import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { TUNNEL } from '@hemicycle/contracts';
import type { RealtimeLimits } from '../limits/limits';
import { TunnelSocket } from './TunnelSocket';

export type PushOutcome = 'taken' | 'gap';

export interface PullOptions {
  /** Answer when there is something; otherwise at once, also with nothing. */
  readonly wait: boolean;
  /** Nobody waits for the answer any more. */
  readonly abandoned: AbortSignal;
}

/** Pushes of one session at a time: one that is read and, after a lost answer, the same once more. */
const MOST_PUSHES = 2;

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** One connection carried in HTTP requests: who may use it, one pull that waits, pushes in their order. */
export class TunnelSession {
  readonly socket = new TunnelSocket();
  /** 256 random bits; whoever has them is the browser that opened the session. */
  readonly key = randomBytes(32).toString('base64url');
  readonly #digest = digest(this.key);
  readonly #limits: RealtimeLimits;
  #endPull: (() => void) | null = null;
  #idle: NodeJS.Timeout | undefined;
  #pushes = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #received = 0;

  constructor(limits: RealtimeLimits) {
    this.#limits = limits;
    this.socket.onReady = () => this.#endPull?.();
    this.socket.on('close', () => clearTimeout(this.#idle));
    this.#rest();
  }

  opensWith(key: string): boolean {
    return timingSafeEqual(digest(key), this.#digest);
  }

  /**
   * Confirms what lies before `from` and resolves with the bytes after it: at once when there are some, otherwise as
   * soon as there are, or empty after a while. A newer pull ends an older one, whose answer was
   * lost. Null: `from` is no place in the stream.
   */
  async pull(from: number, options: PullOptions): Promise<Uint8Array | null> {
    this.#endPull?.();
    clearTimeout(this.#idle);
    try {
      const bytes = this.socket.readDown(from, TUNNEL.bodyBytes);
      if (bytes === null || bytes.length > 0 || this.socket.destroyed || !options.wait) return bytes;
      await this.#something(options.abandoned);
      return this.socket.readDown(from, TUNNEL.bodyBytes);
    } finally {
      this.#rest();
    }
  }

  /** Bytes of the browser, which begin at `at` in its stream. What was taken before is not taken again. */
  async push(at: number, bytes: Buffer): Promise<PushOutcome> {
    const taken = this.#turn.then(async (): Promise<PushOutcome> => {
      if (at > this.#received) return 'gap';
      const fresh = bytes.subarray(this.#received - at);
      this.#received += fresh.length;
      if (fresh.length > 0) await this.socket.offerUp(fresh);
      return 'taken';
    });
    this.#turn = taken;
    return taken;
  }

  /** Room for one more push; false when as many as may are under way. Whoever gets true calls `leavePush`. */
  enterPush(): boolean {
    if (this.#pushes >= MOST_PUSHES) return false;
    this.#pushes++;
    return true;
  }

  leavePush(): void {
    this.#pushes--;
  }

  /** Waits for something to read, or for a reason to wait no longer. */
  #something(abandoned: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        abandoned.removeEventListener('abort', end);
        if (this.#endPull === end) this.#endPull = null;
        resolve();
      };
      const timer = setTimeout(end, this.#limits.tunnelPullMs);
      abandoned.addEventListener('abort', end);
      this.#endPull = end;
      if (abandoned.aborted) end();
    });
  }

  /** Nobody pulls: a browser that lives comes back soon. */
  #rest(): void {
    clearTimeout(this.#idle);
    if (this.socket.destroyed || this.#endPull) return;
    this.#idle = setTimeout(() => this.socket.destroy(), this.#limits.tunnelIdleMs);
  }
}
