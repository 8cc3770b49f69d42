import type { Bus } from '@hemicycle/bus';
import type { Logger } from '@hemicycle/observability';
import type { Room } from '../documents/Room';
import type { Rooms } from '../documents/Rooms';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import { WorkerLane } from '../workers/WorkerLane';
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
const LONGEST_TASK_MS = 120_000;
/** A document whose compaction keeps failing keeps working from its rows; it is tried ever more rarely. */
const FAILED_FIRST_WAIT = 30_000;
const FAILED_LONGEST_WAIT = 30 * 60_000;
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
  readonly #lane: WorkerLane<Task, CompactResult | ThinResult>;
  #running = false;
  #thinAt: number;
  #closed = false;

  constructor(parts: CompactorParts) {
    this.#parts = parts;
    const { workerUrl, settings: workerData, log } = parts;
    this.#lane = new WorkerLane({
      workerUrl,
      workerData,
      name: 'compaction',
      longestTaskMs: LONGEST_TASK_MS,
      log,
    });
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
    await this.#lane.close();
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
    this.#running = true;
    const known = task.kind === 'compact' ? this.#written.get(task.documentId) : undefined;
    if (known) known.first = Number.POSITIVE_INFINITY; // set again by the next write
    void this.#lane.run(task).then((result) => this.#finish(result ?? failed(task)));
  }

  #finish(result: CompactResult | ThinResult): void {
    this.#running = false;
    if (this.#closed) return;
    if (result.kind === 'compact') this.#compacted(result);
    else this.#thinned(result);
    setImmediate(() => this.#next());
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
      this.#parts.rooms().get(documentId)?.content.rebase(BigInt(result.throughSeq), result);
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

function failed(task: Task): CompactResult | ThinResult {
  const why = { outcome: 'failed', reason: 'worker ended' } as const;
  if (task.kind === 'thin') return { ...why, kind: 'thin', documentId: null };
  return { ...why, kind: 'compact', documentId: task.documentId };
}
