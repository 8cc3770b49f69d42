/** One part's state as told by `/api/health/ready`. */
export interface PartHealth {
  readonly state: 'up' | 'down';
  readonly ms: number;
}

export interface Readiness {
  readonly status: 'ready' | 'unready';
  readonly parts: Readonly<Record<string, PartHealth>>;
}

/** Rejects when the part is down. Must heed the signal. */
export type HealthCheck = (signal: AbortSignal) => Promise<void>;

/** Against a probe that hangs with the part it asks. Milliseconds. */
const CHECK_TIMEOUT = 2_000;

/** Against a public address that makes us ask four parts per request. Milliseconds. */
const REMEMBERED = 1_000;

/**
 * Asks all parts side by side, each with a bounded wait. Answers are remembered for a second.
 * @param clock milliseconds, for tests
 */
export function createHealth(checks: Readonly<Record<string, HealthCheck>>, clock: () => number = Date.now) {
  let last: { at: number; answer: Promise<Readiness> } | undefined;

  const measure = async (check: HealthCheck): Promise<PartHealth> => {
    const begun = clock();
    const signal = AbortSignal.timeout(CHECK_TIMEOUT);
    const silence = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
    });
    const state = await Promise.race([check(signal), silence]).then(
      () => 'up' as const,
      () => 'down' as const,
    );
    return { state, ms: clock() - begun };
  };

  const ask = async (): Promise<Readiness> => {
    const entries = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await measure(check)] as const),
    );
    const ready = entries.every(([, health]) => health.state === 'up');
    return { status: ready ? 'ready' : 'unready', parts: Object.fromEntries(entries) };
  };

  return {
    ready(): Promise<Readiness> {
      if (!last || clock() - last.at > REMEMBERED) last = { at: clock(), answer: ask() };
      return last.answer;
    },
  };
}

/** A part that answers an HTTP address with anything below 400. */
export function httpCheck(url: string): HealthCheck {
  return async (signal) => {
    const response = await fetch(url, { signal, redirect: 'manual' });
    await response.body?.cancel();
    if (response.status >= 400) throw new Error(`status ${response.status}`);
  };
}
