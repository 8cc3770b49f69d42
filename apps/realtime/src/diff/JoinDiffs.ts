import { Worker } from 'node:worker_threads';
import type { Logger } from '@hemicycle/observability';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import type { DiffResult, DiffTask } from './messages';

interface Waiting {
  readonly base: Uint8Array;
  readonly vector: Uint8Array;
  readonly done: (diff: Uint8Array | null) => void;
  readonly timeout: NodeJS.Timeout;
}

interface Running {
  readonly id: number;
  readonly asked: readonly Waiting[];
  readonly timeout: NodeJS.Timeout;
}

export interface JoinDiffsParts {
  readonly workerUrl: URL;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: Logger;
}

/** A worker that nobody needed for so long ends, and with it its copy of the last base. Milliseconds. */
const IDLE_MS = 30_000;
/** What a worker is at for so long may never end. Coming up is part of its first task. Milliseconds. */
const LONGEST_TASK = 30_000;

/**
 * What returning clients lack of a large document, found in a worker thread: reading through megabytes would hold up
 * every keystroke of the process. Whoever cannot be answered soon (too many wait, the worker is slow or has failed)
 * gets null, and is then sent the whole document as any newcomer is.
 */
export class JoinDiffs {
  readonly #parts: JoinDiffsParts;
  #worker: Worker | null = null;
  /** The base the worker holds. */
  #held: Uint8Array | null = null;
  #waiting: Waiting[] = [];
  #running: Running | null = null;
  #lastId = 0;
  #idle: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(parts: JoinDiffsParts) {
    this.#parts = parts;
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
    await this.#worker?.terminate();
  }

  /** Of one base at a time, all who ask: it travels to the worker once. */
  #next(): void {
    const [first] = this.#waiting;
    if (this.#running || !first) return;
    if (this.#idle) clearTimeout(this.#idle);
    const { base } = first;
    const asked = this.#waiting.filter((each) => each.base === base);
    this.#waiting = this.#waiting.filter((each) => each.base !== base);
    this.#worker ??= this.#spawn();
    const id = ++this.#lastId;
    const timeout = setTimeout(() => void this.#worker?.terminate(), LONGEST_TASK);
    timeout.unref();
    this.#running = { id, asked, timeout };
    const task: DiffTask = {
      id,
      base: this.#held === base ? null : base,
      vectors: asked.map(({ vector }) => vector),
    };
    this.#held = base;
    this.#worker.postMessage(task);
  }

  #finish(result: DiffResult): void {
    if (this.#running?.id !== result.id) return;
    const { asked, timeout } = this.#running;
    clearTimeout(timeout);
    this.#running = null;
    if (!result.diffs) this.#held = null;
    for (const [index, { done }] of asked.entries()) done(result.diffs?.[index] ?? null);
    this.#next();
    if (this.#running) return;
    this.#idle = setTimeout(() => this.#rest(), IDLE_MS);
    this.#idle.unref();
  }

  #rest(): void {
    const worker = this.#worker;
    this.#worker = null;
    this.#held = null;
    void worker?.terminate();
  }

  /** Not answered in time: the worker may go on for those who ask next. */
  #late(waiting: Waiting): void {
    waiting.done(null);
    this.#waiting = this.#waiting.filter((each) => each !== waiting);
  }

  #spawn(): Worker {
    const worker = new Worker(this.#parts.workerUrl);
    worker.unref();
    worker.on('message', (result: DiffResult) => this.#finish(result));
    worker.on('error', (err) => this.#parts.log.error({ err }, 'diff worker failed'));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#held = null;
      const running = this.#running;
      this.#running = null;
      if (running) clearTimeout(running.timeout);
      for (const { done } of running?.asked ?? []) done(null);
      if (!this.#closed) this.#next();
    });
    return worker;
  }
}
