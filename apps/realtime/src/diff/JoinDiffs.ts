import type { Logger } from '@hemicycle/observability';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import { WorkerLane } from '../workers/WorkerLane';
import type { DiffResult, DiffTask } from './messages';

interface Waiting {
  readonly base: Uint8Array;
  readonly vector: Uint8Array;
  readonly done: (diff: Uint8Array | null) => void;
  readonly timeout: NodeJS.Timeout;
}

export interface JoinDiffsParts {
  readonly workerUrl: URL;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: Logger;
}

/**
 * What returning clients lack of a large document, found in a worker thread: reading through megabytes would hold up
 * every keystroke of the process. Whoever cannot be answered soon (too many wait, the worker is slow or has failed)
 * gets null, and is then sent the whole document as any newcomer is.
 */
export class JoinDiffs {
  readonly #parts: JoinDiffsParts;
  readonly #lane: WorkerLane<DiffTask, DiffResult>;
  /** The base the worker holds. */
  #held: Uint8Array | null = null;
  #waiting: Waiting[] = [];
  #busy = false;
  #closed = false;

  constructor(parts: JoinDiffsParts) {
    this.#parts = parts;
    this.#lane = new WorkerLane({
      ...parts,
      name: 'diff',
      onEnded: () => {
        this.#held = null;
      },
    });
  }

  /** What `base` has beyond an encoded state vector; null when that could not be found in time. */
  find(base: Uint8Array, vector: Uint8Array): Promise<Uint8Array | null> {
    const { limits, metrics } = this.#parts;
    if (this.#closed || this.#waiting.length >= limits.diffsWaiting) {
      metrics.joinDiffs.inc({ outcome: 'refused' });
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      let open = true;
      const waiting: Waiting = {
        base,
        vector,
        timeout: setTimeout(() => this.#late(waiting), limits.diffMs),
        done: (diff) => {
          if (!open) return;
          open = false;
          clearTimeout(waiting.timeout);
          metrics.joinDiffs.inc({ outcome: diff ? 'found' : 'failed' });
          resolve(diff);
        },
      };
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#lane.close();
  }

  /** Of one base at a time, all who ask: it travels to the worker once. */
  #next(): void {
    const [first] = this.#waiting;
    if (this.#busy || this.#closed || !first) return;
    const { base } = first;
    const asked = this.#waiting.filter((each) => each.base === base);
    this.#waiting = this.#waiting.filter((each) => each.base !== base);
    this.#busy = true;
    const task = { base: this.#held === base ? null : base, vectors: asked.map(({ vector }) => vector) };
    this.#held = base;
    void this.#lane.run(task).then((diffs) => {
      this.#busy = false;
      if (!diffs) this.#held = null;
      for (const [index, { done }] of asked.entries()) done(diffs?.[index] ?? null);
      this.#next();
    });
  }

  /** Not answered in time: the worker may go on for those who ask next. */
  #late(waiting: Waiting): void {
    waiting.done(null);
    this.#waiting = this.#waiting.filter((each) => each !== waiting);
  }
}
