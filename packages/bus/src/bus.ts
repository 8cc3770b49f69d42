import type { LiveEvent, Topic } from '@hemicycle/contracts';

/** One row of the outbox. */
export interface BusRecord {
  readonly id: bigint;
  readonly topic: Topic;
  readonly event: LiveEvent;
}

export interface BusSubscriber {
  /** Every record, at least once to each process, in the order of ids as far as they were known at the time. */
  onRecord(record: BusRecord): void;
  /** More was missed than is read again: whatever is derived from events must be read anew. */
  onGap?(): void;
}

export interface Bus {
  /** Resolves when records written from now on will be delivered. */
  readonly ready: Promise<void>;
  /** False while the bus knows that it may be late. */
  readonly connected: boolean;
  /** Tells that this row is committed. Null where the commit itself notifies. */
  readonly wake: ((id: string) => void) | null;
  /** Returns the function that ends the subscription. A bare function hears records only. */
  subscribe(subscriber: BusSubscriber | ((record: BusRecord) => void)): () => void;
  close(): Promise<void>;
}
