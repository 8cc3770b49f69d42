import { joinUpdates } from '../protocol/joinUpdates';
import type { CommitRow } from '../store/documentStore';
import type { DocumentConnection } from './DocumentConnection';
import type { PendingBudget } from './PendingBudget';

interface Batch {
  updates: Uint8Array[];
  bytes: number;
  authors: Set<string>;
  /** For each connection, how many of its edits are stored once this batch is. */
  counts: Map<DocumentConnection, number>;
  stored: ((seq: bigint) => void)[];
}

const emptyBatch = (): Batch => ({
  updates: [],
  bytes: 0,
  authors: new Set(),
  counts: new Map(),
  stored: [],
});

/** Edits of one document on their way to the database: one batch in flight at most, one gathering behind it. */
export class PendingEdits {
  #gathering = emptyBatch();
  #flying: Batch | null = null;
  readonly #budget: PendingBudget;

  constructor(budget: PendingBudget) {
    this.#budget = budget;
  }

  get bytes(): number {
    return this.#gathering.bytes + (this.#flying?.bytes ?? 0);
  }

  get empty(): boolean {
    return this.#flying === null && this.#gathering.updates.length === 0;
  }

  add(connection: DocumentConnection, update: Uint8Array, stored: (seq: bigint) => void): void {
    const batch = this.#gathering;
    batch.updates.push(update);
    batch.bytes += update.length;
    batch.authors.add(connection.user.id);
    batch.counts.set(connection, connection.received);
    batch.stored.push(stored);
    this.#budget.add(update.length);
  }

  /** An edit that told nothing new: acknowledged with whatever it may have been contained in. */
  addKnown(connection: DocumentConnection): void {
    if (this.empty) connection.acknowledge(connection.received);
    else {
      const last = this.#gathering.updates.length > 0 ? this.#gathering : this.#flying;
      last?.counts.set(connection, connection.received);
    }
  }

  take(documentId: string, epoch: number): CommitRow | null {
    const batch = this.#gathering;
    if (this.#flying || batch.updates.length === 0) return null;
    this.#flying = batch;
    this.#gathering = emptyBatch();
    return { documentId, epoch, update: joinUpdates(batch.updates), authorIds: [...batch.authors] };
  }

  /** The batch in flight is stored under `seq`: acknowledges it. */
  committed(seq: bigint): void {
    const batch = this.#land();
    for (const stored of batch.stored) stored(seq);
    for (const [connection, count] of batch.counts) connection.acknowledge(count);
  }

  /** The batch in flight will never be stored. */
  dropped(): void {
    this.#land();
  }

  #land(): Batch {
    const batch = this.#flying ?? emptyBatch();
    this.#flying = null;
    this.#budget.add(-batch.bytes);
    return batch;
  }
}
