import { DomainError } from '@hemicycle/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

export interface RateLimits {
  /** One account, everything it asks: a busy person with several tabs stays far below. */
  readonly account: RateLimit;
  /** One account's changes: against scripts that post, invite or create. */
  readonly mutations: RateLimit;
  /** One account's searches: against copying the directory name by name. */
  readonly search: RateLimit;
  /** One account's tries at links: against guessing their passwords. */
  readonly links: RateLimit;
  /** One address, requests without a session: a ministry behind one address signs in on Monday at nine. */
  readonly anonymous: RateLimit;
  /** One address, tries at the doors of guests: against guessing codes, and against mail to strangers. */
  readonly guests: RateLimit;
  /** One address, webhooks. */
  readonly webhooks: RateLimit;
  /** One address, passwords for break-glass; and all addresses together: against guessing it from many. */
  readonly breakGlass: RateLimit;
  readonly breakGlassEverywhere: RateLimit;
}

export const RATE_LIMITS: RateLimits = {
  account: { points: 1_800, seconds: 60 },
  mutations: { points: 300, seconds: 60 },
  search: { points: 120, seconds: 60 },
  links: { points: 20, seconds: 60 },
  anonymous: { points: 1_200, seconds: 60 },
  guests: { points: 40, seconds: 60 },
  webhooks: { points: 6_000, seconds: 60 },
  breakGlass: { points: 5, seconds: 900 },
  breakGlassEverywhere: { points: 50, seconds: 900 },
};

/** Raised as `too_many_requests`, with the time after which a retry makes sense. */
export class RateLimited extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('too_many_requests');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface RateLimiter {
  /** @throws RateLimited */
  take(limit: keyof RateLimits, key: string): Promise<void>;
  /** True when nothing is left; takes nothing. */
  isSpent(limit: keyof RateLimits, key: string): Promise<boolean>;
}

/** Counts in this process: with N replicas a limit is at most N times as generous. */
export function createRateLimiter(limits: RateLimits = RATE_LIMITS): RateLimiter {
  const limiters = new Map(
    Object.entries(limits).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    ]),
  );
  const limiter = (name: keyof RateLimits): RateLimiterMemory => {
    const found = limiters.get(name);
    if (found === undefined) throw new Error(`no rate limit is named ${name}`);
    return found;
  };
  return {
    async take(name, key) {
      try {
        await limiter(name).consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
      }
    },
    async isSpent(name, key) {
      const state = await limiter(name).get(key);
      return state !== null && state.remainingPoints <= 0;
    },
  };
}
