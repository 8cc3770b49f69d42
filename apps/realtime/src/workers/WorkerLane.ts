import { Worker } from 'node:worker_threads';
import type { Logger } from '@hemicycle/observability';

export interface WorkerLaneParts {
  readonly workerUrl: URL;
  /** For the log. */
  readonly name: string;
  readonly log: Logger;
  /** What the thread is given when it starts. */
  readonly workerData?: unknown;
  /** A task that takes longer ends the thread. Milliseconds. */
  readonly longestTaskMs?: number;
  /** The thread is gone, and with it whatever it remembered. */
  readonly onEnded?: () => void;
}

interface Running<Result> {
  readonly done: (result: Result | null) => void;
  readonly timeout: NodeJS.Timeout;
}

/** A thread that nobody needed for so long ends. Milliseconds. */
const IDLE_MS = 30_000;
/** What a thread is at for so long may never end, unless told otherwise. Coming up is part of its first task. */
const LONGEST_TASK_MS = 30_000;

/**
 * One thread for work that would hold up the process: up only while it is needed, and one task at a time, so that whoever
 * gives it tasks chooses which is next. It answers each message with one.
 */
export class WorkerLane<Task, Result> {
  readonly #parts: WorkerLaneParts;
  #worker: Worker | null = null;
  #running: Running<Result> | null = null;
  #idle: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(parts: WorkerLaneParts) {
    this.#parts = parts;
  }

  /**
   * The answer; null when there is none: the thread failed, took too long, or is wanted no more.
   * @throws Error when it is still at another task
   */
  run(task: Task): Promise<Result | null> {
    if (this.#running) throw new Error(`the ${this.#parts.name} thread is at another task`);
    if (this.#closed) return Promise.resolve(null);
    if (this.#idle) clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#spawn();
    this.#worker = worker;
    return new Promise((resolve) => {
      const longest = this.#parts.longestTaskMs ?? LONGEST_TASK_MS;
      const timeout = setTimeout(() => void worker.terminate(), longest);
      timeout.unref();
      this.#running = { done: resolve, timeout };
      worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#idle) clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #spawn(): Worker {
    const { workerUrl, workerData, name, log } = this.#parts;
    const worker = new Worker(workerUrl, { workerData });
    worker.unref();
    worker.on('message', (result: Result) => {
      if (this.#worker === worker) this.#answer(result);
    });
    worker.on('error', (err) => log.error({ err }, `${name} thread failed`));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#forget();
    });
    return worker;
  }

  #forget(): void {
    this.#worker = null;
    this.#parts.onEnded?.();
    this.#answer(null);
  }

  #answer(result: Result | null): void {
    const running = this.#running;
    this.#running = null;
    if (running) clearTimeout(running.timeout);
    // Before the answer: whoever gets it may have the next task at hand.
    if (this.#worker && !this.#closed) {
      this.#idle = setTimeout(() => this.#rest(), IDLE_MS);
      this.#idle.unref();
    }
    running?.done(result);
  }

  /** A task that comes while the thread ends gets another one. */
  #rest(): void {
    const worker = this.#worker;
    this.#forget();
    void worker?.terminate();
  }
}
