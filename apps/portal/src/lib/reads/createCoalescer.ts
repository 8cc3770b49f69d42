export interface CoalescerParts {
  /** Reads anew. Never called while the call before is still running. */
  readonly run: () => Promise<unknown>;
  /** Wait after the first ask, so that events of one transaction become one read. Milliseconds. */
  readonly delayMs: number;
  /** At least so long between two runs: against a busy space making every open page read all the time. Milliseconds. */
  readonly restMs: number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly now: () => number;
}

export interface Coalescer {
  ask(): void;
  stop(): void;
}

/** Turns many asks into few runs. Whatever was asked during a run is answered by one more run after it. */
export function createCoalescer(parts: CoalescerParts): Coalescer {
  let timer: unknown;
  let waiting = false;
  let running = false;
  let again = false;
  let stopped = false;
  let lastEnd = Number.NEGATIVE_INFINITY;

  const start = () => {
    waiting = false;
    running = true;
    const done = () => {
      running = false;
      lastEnd = parts.now();
      if (again && !stopped) {
        again = false;
        ask();
      }
    };
    parts.run().then(done, done);
  };

  const ask = () => {
    if (stopped || waiting) return;
    if (running) {
      again = true;
      return;
    }
    waiting = true;
    timer = parts.setTimer(start, Math.max(parts.delayMs, lastEnd + parts.restMs - parts.now()));
  };

  return {
    ask,
    stop() {
      stopped = true;
      if (waiting) parts.clearTimer(timer);
    },
  };
}
