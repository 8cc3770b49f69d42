import { retryDelay } from '@hemicycle/bus';
import type { Logger } from '@hemicycle/observability';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import type { CommitRow, Committed, DocumentStore } from './documentStore';

/** Why a row can never be stored. */
export type Refusal = 'gone' | 'epoch' | 'refused';

/** A room, as the store sees it: it hands over one row at a time and hears what became of it. */
export interface CommitSource {
  readonly documentId: string;
  /** The row for the next commit, or null when nothing waits. Until it is settled the next call is not made. */
  takeRow(): CommitRow | null;
  committed(seq: bigint): void;
  refused(why: Refusal): void;
  storeFailing(): void;
  storeHealed(): void;
}

interface Taken {
  readonly source: CommitSource;
  readonly row: CommitRow;
  /** By `performance.now()`. */
  readonly since: number;
}

/** SQLSTATE classes that say the data, not the database, is at fault. */
const DATA_FAULT = /^(22|23|54)/;
/** SQLSTATE: somebody else held a lock for longer than we wait. */
const LOCK_NOT_AVAILABLE = '55P03';
/** Rows of documents that are held elsewhere are tried again this often. Milliseconds. */
const HELD_RETRY_MS = 50;
/** A writer whose document is held for longer is told that it is not saved. Milliseconds. */
const HELD_TOLD_MS = 2_000;

/**
 * Gathers what all rooms received in a window into one statement. One commit is in flight at a time, so rows of a
 * document are stored in the order they came. When the database is away rows stay taken and are tried again for ever,
 * with jitter: nothing is acknowledged and nothing is dropped; the rooms bound the memory. A document whose row another
 * transaction holds (somebody moves it, or left a transaction open) waits alone.
 */
export class GroupCommit {
  readonly #store: DocumentStore;
  readonly #limits: RealtimeLimits;
  readonly #log: Logger;
  readonly #metrics: RealtimeMetrics;
  readonly #isAlone: () => boolean;
  readonly #dirty = new Set<CommitSource>();
  /** On its way; after a commit those that were held elsewhere. */
  #taken: Taken[] = [];
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Immediate | null = null;
  /** When the last commit began, by `performance.now()`. */
  #started = Number.NEGATIVE_INFINITY;
  #running = false;
  #failures = 0;
  /** How many of what is on its way were held elsewhere the last time. */
  #held = 0;
  /** Who waits until nothing waits to be stored. */
  #draining: (() => void)[] = [];
  /** Rooms that were told the store fails. */
  readonly #told = new Set<CommitSource>();

  /** @param isAlone no other node waits for what is stored */
  constructor(
    store: DocumentStore,
    limits: RealtimeLimits,
    log: Logger,
    metrics: RealtimeMetrics,
    isAlone: () => boolean,
  ) {
    this.#store = store;
    this.#isAlone = isAlone;
    this.#limits = limits;
    this.#log = log;
    this.#metrics = metrics;
  }

  get failing(): boolean {
    return this.#failures > 0;
  }

  /** Something waits in this room. */
  wake(source: CommitSource): void {
    this.#dirty.add(source);
    if (this.#failures > 0) this.#tell(source);
    if (!this.#running && this.#failures === 0) this.#next();
  }

  /** Stores at once, without waiting for the window; resolves when nothing waits or `withinMs` have passed. */
  async drain(withinMs: number): Promise<boolean> {
    const done = new Promise<void>((resolve) => this.#draining.push(resolve));
    if (!this.#running) this.#schedule(0);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), withinMs);
    });
    const stored = await Promise.race([done.then(() => true), late]);
    clearTimeout(timer);
    return stored;
  }

  /**
   * An edit that finds the last commit a window ago starts the next one, at the end of its turn: the process is awake
   * anyway, and waking up costs more than the commit. A timer stands by for edits that no other follows.
   */
  #next(): void {
    const since = performance.now() - this.#started;
    const { commitWindowMs, commitAloneMs, commitSlackMs } = this.#limits;
    const window = this.#isAlone() ? commitAloneMs : commitWindowMs;
    if (since >= window) this.#soon ??= setImmediate(() => void this.#run());
    else if (!this.#timer) this.#schedule(window + commitSlackMs - since);
  }

  #schedule(delay: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), delay);
  }

  #unschedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#soon) clearImmediate(this.#soon);
    this.#timer = null;
    this.#soon = null;
  }

  async #run(): Promise<void> {
    this.#unschedule();
    this.#running = true;
    this.#take();
    const started = performance.now();
    this.#started = started;
    try {
      if (this.#taken.length > 0) {
        // Once one was found to be held nobody waits for it again.
        await this.#commit(this.#taken, this.#held > 0);
        this.#metrics.commitSeconds.observe((performance.now() - started) / 1_000);
      }
      this.#heal();
    } catch (err) {
      this.#failures++;
      this.#metrics.commitFailures.inc();
      if (this.#failures === 1) this.#log.error({ err, rows: this.#taken.length }, 'edits cannot be stored');
      for (const { source } of this.#taken) this.#tell(source);
      for (const source of this.#dirty) this.#tell(source);
    }
    this.#running = false;
    if (this.#failures > 0) this.#schedule(retryDelay(this.#failures, 50, 2_000));
    else if (this.#taken.length > 0) this.#schedule(HELD_RETRY_MS);
    else if (this.#dirty.size === 0) for (const resolve of this.#draining.splice(0)) resolve();
    else if (this.#draining.length > 0) this.#schedule(0);
    else this.#next();
  }

  #take(): void {
    if (this.#failures > 0 && this.#taken.length > 0) return; // unchanged first: their order must hold
    this.#held = this.#taken.length;
    let bytes = 0;
    const documents = new Set(this.#taken.map(({ row }) => row.documentId));
    for (const source of this.#dirty) {
      const rows = this.#taken.length - this.#held;
      if (rows >= this.#limits.commitRows || bytes >= this.#limits.commitBytes) return;
      // A spoiled room and its successor, one after the other: the store tells rows apart by their documents.
      if (documents.has(source.documentId)) continue;
      this.#dirty.delete(source);
      const row = source.takeRow();
      if (!row) continue;
      documents.add(source.documentId);
      bytes += row.update.length;
      this.#taken.push({ source, row, since: performance.now() });
    }
  }

  async #commit(taken: readonly Taken[], skipsHeld: boolean): Promise<void> {
    let seqs: Committed[];
    try {
      seqs = await this.#store.commit(
        taken.map((each) => each.row),
        skipsHeld,
      );
    } catch (err) {
      const code = (err as { code?: string }).code ?? '';
      if (code === LOCK_NOT_AVAILABLE && !skipsHeld) return this.#commit(taken, true);
      if (!DATA_FAULT.test(code)) throw err;
      // One row is bad: find it by halves, so that it does not keep the others from being stored.
      if (taken.length > 1) {
        const half = taken.length >> 1;
        await this.#commit(taken.slice(0, half), skipsHeld);
        await this.#commit(taken.slice(half), skipsHeld);
      } else {
        this.#log.error({ err, documentId: taken[0]?.row.documentId }, 'a row was refused by the database');
        taken[0]?.source.refused('refused');
        this.#settle(taken);
      }
      return;
    }
    await this.#committed(taken, seqs);
  }

  async #committed(taken: readonly Taken[], seqs: readonly Committed[]): Promise<void> {
    const isHeld = (_: Taken, index: number): boolean => seqs[index] === 'held';
    const held = taken.filter(isHeld);
    this.#settle(held.length === 0 ? taken : taken.filter((each, index) => !isHeld(each, index)));
    this.#metrics.committedRows.inc(taken.length - held.length);
    const missing = taken.filter((_, index) => seqs[index] === null);
    const epochs = missing.length > 0 ? await this.#epochsOf(missing) : null;
    taken.forEach(({ source, row }, index) => {
      const seq = seqs[index];
      if (typeof seq === 'bigint') source.committed(seq);
      else if (seq !== 'held') source.refused(epochs?.has(row.documentId) ? 'epoch' : 'gone');
    });
    const late = performance.now() - HELD_TOLD_MS;
    for (const { source, row, since } of held) {
      if (since > late || this.#told.has(source)) continue;
      this.#log.warn({ documentId: row.documentId }, 'held by another transaction; its edits wait');
      this.#tell(source);
    }
  }

  #settle(taken: readonly Taken[]): void {
    if (taken === this.#taken) this.#taken = [];
    else {
      const settled = new Set(taken);
      this.#taken = this.#taken.filter((each) => !settled.has(each));
    }
  }

  /** The other rows are stored: whether these documents still exist only decides a close code. */
  async #epochsOf(missing: readonly Taken[]): Promise<Map<string, number>> {
    return this.#store.epochs(missing.map((each) => each.row.documentId)).catch(() => new Map());
  }

  #tell(source: CommitSource): void {
    if (this.#told.has(source)) return;
    this.#told.add(source);
    source.storeFailing();
  }

  #heal(): void {
    if (this.#failures > 0) this.#log.info({ attempts: this.#failures }, 'edits are stored again');
    this.#failures = 0;
    if (this.#told.size === 0) return;
    const held = new Set(this.#taken.map(({ source }) => source));
    for (const source of this.#told) {
      if (held.has(source)) continue;
      this.#told.delete(source);
      source.storeHealed();
    }
  }
}
