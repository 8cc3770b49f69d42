import type { RealtimeLimits } from './limits';
import { TokenBucket } from './TokenBucket';

/** What all sockets of one account share. Each bucket tells how long it is in debt, in milliseconds. */
export interface AccountRate {
  readonly bytes: TokenBucket;
  /** Milliseconds of the process that its frames took. */
  readonly work: TokenBucket;
}

interface Kept extends AccountRate {
  sockets: number;
}

/** Rates of accounts: who opens many sockets gets no more of the process than with a few. */
export class AccountRates {
  readonly #limits: RealtimeLimits;
  readonly #rates = new Map<string, Kept>();

  constructor(limits: RealtimeLimits) {
    this.#limits = limits;
  }

  /** Of another socket of this account; given back with `leave`. */
  enter(userId: string, now: number): AccountRate {
    const { accountBytesPerSecond, accountByteBurst, accountWorkPerSecond, accountWorkBurst } = this.#limits;
    const rate = this.#rates.get(userId) ?? {
      bytes: new TokenBucket(accountBytesPerSecond, accountByteBurst, now),
      work: new TokenBucket(accountWorkPerSecond, accountWorkBurst, now),
      sockets: 0,
    };
    rate.sockets++;
    this.#rates.set(userId, rate);
    return rate;
  }

  /** An account without a socket is forgotten when its buckets are full again: coming back gains nothing. */
  leave(userId: string): void {
    const rate = this.#rates.get(userId);
    if (!rate || --rate.sockets > 0) return;
    const { accountBytesPerSecond, accountByteBurst, accountWorkPerSecond, accountWorkBurst } = this.#limits;
    const full = Math.max(accountByteBurst / accountBytesPerSecond, accountWorkBurst / accountWorkPerSecond);
    setTimeout(() => {
      if (rate.sockets === 0 && this.#rates.get(userId) === rate) this.#rates.delete(userId);
    }, full * 1_000).unref();
  }
}
