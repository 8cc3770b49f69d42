/** Latencies counted in steps of 0.1 ms up to 20 s: bounded, however many there are, and addable across processes. */
export class LatencyCounts {
  readonly #counts = new Uint32Array(STEPS);
  #total = 0;
  #max = 0;

  add(ms: number): void {
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor(ms * PER_MS)));
    this.#counts[step] = (this.#counts[step] as number) + 1;
    this.#total++;
    if (ms > this.#max) this.#max = ms;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#total = 0;
    this.#max = 0;
  }

  /** Null when nothing was counted. Milliseconds. */
  summary(): Latency | null {
    if (this.#total === 0) return null;
    return { p50: this.#quantile(0.5), p99: this.#quantile(0.99), max: round(this.#max), count: this.#total };
  }

  #quantile(share: number): number {
    const wanted = Math.ceil(this.#total * share);
    let seen = 0;
    for (let step = 0; step < STEPS; step++) {
      seen += this.#counts[step] as number;
      if (seen >= wanted) return round((step + 1) / PER_MS);
    }
    return round(this.#max);
  }
}

const PER_MS = 10;
const STEPS = 20_000 * PER_MS;

const round = (ms: number): number => Math.round(ms * 10) / 10;

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly count: number;
}
