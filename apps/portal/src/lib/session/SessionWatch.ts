import type { SessionState } from '@hemicycle/contracts';
import { ApiProblem } from '../ApiProblem';

/** The end that is near. */
export interface NearEnd {
  /** By this browser's clock. Milliseconds. */
  readonly at: number;
  /** Whatever is done; false: nobody seems to be there. */
  readonly final: boolean;
}

export interface SessionWatchParts {
  readonly read: () => Promise<SessionState>;
  /** Tells that somebody is there. */
  readonly touch: () => Promise<SessionState>;
  readonly now: () => number;
  /** Runs later; returns how to call it off. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Somebody is there without touching anything: in a call. */
  readonly isBusy: () => boolean;
  readonly onNear: (end: NearEnd | null) => void;
  readonly onOver: () => void;
}

/** That somebody is there is told at most this often; the server writes it down as often. */
const tellEveryMs = 60_000;
/** Time to come back to the screen, and, where one must sign in again, to finish a sentence. */
const warnIdleMs = 2 * 60_000;
const warnFinalMs = 10 * 60_000;
/** Another tab or device may say that somebody is there: how often that is asked while it is warned. */
const askWarnedMs = 15_000;
const retryMs = 15_000;
/** Against clocks that are set and machines that sleep: no wait is longer. */
const longestWaitMs = 10 * 60_000;

/**
 * Knows when the session ends, and says so in time. The server decides: before anything is shown it is asked, since in
 * another tab somebody may have worked all along.
 */
export class SessionWatch {
  readonly #parts: SessionWatchParts;
  #cancel: (() => void) | null = null;
  /** Long ago: the first sign of somebody on a new page counts. */
  #toldAt = 0;
  #near = false;
  /** A final end one has been told of, and wants to hear no more of. */
  #dismissed = false;
  #stopped = false;

  constructor(parts: SessionWatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#ask(this.#parts.read);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  /** A key, a click, a touch. Costs nothing most of the time. */
  activity(): void {
    if (this.#near || this.#parts.now() - this.#toldAt < tellEveryMs) return;
    this.#tell();
  }

  /** The person says that they are there. */
  stay(): void {
    this.#tell();
  }

  /** The person was told of the final end. */
  dismiss(): void {
    this.#dismissed = true;
    this.#setNear(null);
    this.#ask(this.#parts.read);
  }

  #tell(): void {
    this.#toldAt = this.#parts.now();
    this.#ask(this.#parts.touch);
  }

  #ask(how: () => Promise<SessionState>): void {
    this.#wait(longestWaitMs);
    how().then(
      (state) => this.#plan(state),
      (error: unknown) => {
        if (this.#stopped) return;
        if (error instanceof ApiProblem && error.status === 401) {
          this.#stopped = true;
          this.#cancel?.();
          this.#parts.onOver();
        } else this.#wait(retryMs);
      },
    );
  }

  #plan(state: SessionState): void {
    if (this.#stopped) return;
    const now = this.#parts.now();
    const skew = now - Date.parse(state.now);
    const idleAt = Date.parse(state.expiresAt) + skew;
    const finalAt = Date.parse(state.endsAt) + skew;
    const warnsAt = [idleAt - warnIdleMs, ...(this.#dismissed ? [] : [finalAt - warnFinalMs])];
    const waits = Math.min(...warnsAt) - now;
    if (waits > 0) {
      this.#setNear(null);
      this.#wait(waits);
      return;
    }
    const final = idleAt >= finalAt || finalAt - warnFinalMs <= now;
    if (final && this.#dismissed) this.#wait(Math.max(1_000, finalAt - now));
    else if (!final && this.#parts.isBusy() && !this.#near) this.#tell();
    else {
      const at = final ? finalAt : idleAt;
      this.#setNear({ at, final });
      this.#wait(Math.max(1_000, Math.min(askWarnedMs, at - now + 1_000)));
    }
  }

  #setNear(end: NearEnd | null): void {
    if (end === null && !this.#near) return;
    this.#near = end !== null;
    this.#parts.onNear(end);
  }

  #wait(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#parts.schedule(() => this.#ask(this.#parts.read), Math.min(ms, longestWaitMs));
  }
}
