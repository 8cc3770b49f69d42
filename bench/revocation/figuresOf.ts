/** Milliseconds. */
export interface Figures {
  readonly times: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Row extends Figures {
  readonly way: string;
  readonly door: string;
  readonly bus: string;
  readonly goal: number;
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((x, y) => x - y);
  const at = (share: number): number =>
    Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { times: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
