import type { RealtimeLimits } from './limits';

/** Counts the sockets of each account in this process. */
export class AccountSockets {
  readonly #limit: number;
  readonly #open = new Map<string, number>();

  constructor(limits: RealtimeLimits) {
    this.#limit = limits.connectionsPerAccount;
  }

  /** False when the account has as many as it may. */
  enter(userId: string): boolean {
    const open = this.#open.get(userId) ?? 0;
    if (open >= this.#limit) return false;
    this.#open.set(userId, open + 1);
    return true;
  }

  leave(userId: string): void {
    const open = this.#open.get(userId) ?? 0;
    if (open <= 1) this.#open.delete(userId);
    else this.#open.set(userId, open - 1);
  }
}
