import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';

/** Bytes of edits received and not yet stored, over all rooms: the bound on memory while the database is away. */
export class PendingBudget {
  #bytes = 0;
  readonly #limit: number;
  readonly #metrics: RealtimeMetrics;

  constructor(limits: RealtimeLimits, metrics: RealtimeMetrics) {
    this.#limit = limits.pendingBytes;
    this.#metrics = metrics;
  }

  get exhausted(): boolean {
    return this.#bytes >= this.#limit;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    this.#metrics.pendingBytes.add(bytes);
  }
}
