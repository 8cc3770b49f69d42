import { Worker } from 'node:worker_threads';
import type { Bus } from '@hemicycle/bus';
import type { Logger } from '@hemicycle/observability';
import type { Room } from '../documents/Room';
import type { Rooms } from '../documents/Rooms';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import type { CompactResult, Task, ThinResult, WorkerSettings } from './messages';

interface Written {
  first: number;
  last: number;
  /** Not before, after a failure. */
  notBefore: number;
  failures: number;
}

export interface CompactorParts {
  readonly workerUrl: URL;
  readonly settings: WorkerSettings;
  readonly rooms: () => Rooms;
  readonly wake: Bus['wake'];
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: Logger;
}

/** A task that hangs (a document of an unthinkable shape) must not stop all others. Milliseconds. */
const LONGEST_TASK = 120_000;
/** A document whose compaction keeps failing keeps working from its rows; it is tried ever more rarely. */
const FAILED_FIRST_WAIT = 30_000;
const FAILED_LONGEST_WAIT = 30 * 60_000;
/** A worker that had nothing to do for so long ends: what a large document took in it is only given back then. */
const IDLE_MS = 60_000;
/** History is looked through this often. Milliseconds. */
const THIN_EVERY = 10 * 60_000;

/**
 * Decides when a document is compacted (its tail is long, writing rested, or went on for long) and hands it to a
 * worker thread, one at a time: the loop that carries the keystrokes never merges documents. When there is nothing to
 * compact, history is thinned there.
 */
export class Compactor {
  readonly #parts: CompactorParts;
  readonly #written = new Map<string, Written>();
  #worker: Worker | null = null;
  #running: { task: Task; timeout: NodeJS.Timeout } | null = null;
  #idle: NodeJS.Timeout | null = null;
  #thinAt: number;
  #closed = false;

  constructor(parts: CompactorParts) {
    this.#parts = parts;
    this.#thinAt = Date.now() + parts.limits.thinFirstMs;
  }

  /** Rows of this document were stored. */
  wrote(documentId: string): void {
    const now = Date.now();
    const known = this.#written.get(documentId);
    if (known) {
      known.last = now;
      known.first = Math.min(known.first, now);
    } else this.#written.set(documentId, { first: now, last: now, notBefore: 0, failures: 0 });
    if (this.#running || this.#closed || (known?.notBefore ?? 0) > now) return;
    const room = this.#parts.rooms().get(documentId);
    if (room && this.#isLong(room)) this.#start({ kind: 'compact', documentId, snapshot: true });
  }

  /** A document was opened: when its tail is long, those who open it next shall have it sooner. */
  opened(room: Room): void {
    if (this.#isLong(room)) this.wrote(room.documentId);
  }

  /** Called every second or so: looks at everything that was written; `wrote` only at the one. */
  tick(): void {
    this.#next();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running) clearTimeout(this.#running.timeout);
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#running || this.#closed) return;
    const now = Date.now();
    for (const [documentId, written] of this.#written) {
      if (written.notBefore > now) continue;
      const room = this.#parts.rooms().get(documentId);
      const long = room !== undefined && this.#isLong(room);
      const { restMs, restAtLatestMs } = this.#parts.limits;
      if (!long && now - written.last < restMs && now - written.first < restAtLatestMs) continue;
      this.#start({ kind: 'compact', documentId, snapshot: long || room === undefined });
      return;
    }
    if (now < this.#thinAt) return;
    this.#thinAt = now + THIN_EVERY;
    this.#start({ kind: 'thin' });
  }

  #isLong(room: Room): boolean {
    const { tailRows, tailBytes } = this.#parts.limits;
    const { tail } = room.content;
    return tail.rows >= tailRows || tail.bytes >= tailBytes;
  }

  #start(task: Task): void {
    const timeout = setTimeout(() => void this.#worker?.terminate(), LONGEST_TASK);
    timeout.unref();
    this.#running = { task, timeout };
    if (this.#idle) clearTimeout(this.#idle);
    const known = task.kind === 'compact' ? this.#written.get(task.documentId) : undefined;
    if (known) known.first = Number.POSITIVE_INFINITY; // set again by the next write
    this.#worker ??= this.#spawn();
    this.#worker.postMessage(task);
  }

  #spawn(): Worker {
    const { workerUrl, settings, log } = this.#parts;
    const worker = new Worker(workerUrl, { workerData: settings });
    worker.unref();
    worker.on('message', (result: CompactResult | ThinResult) => this.#finish(result));
    worker.on('error', (err) => log.error({ err }, 'compaction worker failed'));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      const task = this.#running?.task;
      const failed = { outcome: 'failed', reason: 'worker ended' } as const;
      if (this.#closed) return;
      if (task?.kind === 'compact') this.#finish({ ...failed, kind: task.kind, documentId: task.documentId });
      if (task?.kind === 'thin') this.#finish({ ...failed, kind: task.kind, documentId: null });
    });
    return worker;
  }

  #finish(result: CompactResult | ThinResult): void {
    const task = this.#running?.task;
    if (this.#running === null || task?.kind !== result.kind) return;
    clearTimeout(this.#running.timeout);
    this.#running = null;
    if (result.kind === 'compact') this.#compacted(result);
    else this.#thinned(result);
    this.#idle = setTimeout(() => this.#rest(), IDLE_MS);
    this.#idle.unref();
    setImmediate(() => this.#next());
  }

  #rest(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }

  #thinned({ documentId, outcome, reason }: ThinResult): void {
    const { log, metrics } = this.#parts;
    metrics.thinnings.inc({ outcome });
    if (outcome === 'failed') log.error({ documentId, reason }, 'history could not be thinned');
    // One document at a time, until none is due; a failure of the whole waits for the next time.
    if (outcome !== 'nothing' && documentId !== null) this.#thinAt = 0;
  }

  #compacted(result: CompactResult): void {
    const { documentId, outcome } = result;
    this.#parts.metrics.compactions.inc({ outcome });
    if (result.eventId !== undefined) this.#parts.wake?.(result.eventId);
    const written = this.#written.get(documentId);
    if (result.outcome === 'written') {
      this.#parts.rooms().get(documentId)?.content.rebase(BigInt(result.throughSeq), result.state);
    }
    if (outcome === 'failed') {
      this.#parts.log.error({ documentId, reason: result.reason }, 'compaction failed');
      if (written) {
        const wait = Math.min(FAILED_LONGEST_WAIT, FAILED_FIRST_WAIT * 2 ** written.failures++);
        written.notBefore = Date.now() + wait;
        written.first = Math.min(written.first, Date.now());
      }
    } else if (written && written.first === Number.POSITIVE_INFINITY) {
      this.#written.delete(documentId); // nothing was stored since it started
    }
  }
}
