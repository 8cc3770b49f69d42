/** To the worker: compact this document. */
export interface CompactTask {
  readonly kind: 'compact';
  readonly documentId: string;
  /** Write the snapshot even if the tail is short beside a large base. */
  readonly snapshot: boolean;
}

/** To the worker: thin the history of one document, whichever is due. */
export interface ThinTask {
  readonly kind: 'thin';
}

export type Task = CompactTask | ThinTask;

/** From the worker. `state` is the new base when one was written. */
export type CompactResult =
  | {
      readonly kind: 'compact';
      readonly documentId: string;
      readonly outcome: 'written';
      readonly throughSeq: string;
      readonly state: Uint8Array;
      readonly deletesAt: number;
      /** Outbox row the bus must be woken for; absent when the commit did. */
      readonly eventId?: string;
    }
  | {
      readonly kind: 'compact';
      readonly documentId: string;
      readonly outcome: 'nothing' | 'text' | 'lost' | 'failed';
      readonly eventId?: string;
      readonly reason?: string;
    };

/** From the worker. `nothing`: no document is due. */
export interface ThinResult {
  readonly kind: 'thin';
  readonly documentId: string | null;
  readonly outcome: 'thinned' | 'nothing' | 'lost' | 'failed';
  readonly reason?: string;
}

export interface WorkerSettings {
  readonly databaseUrl: string;
  /** Commits notify (`WakeUps.notifiesInCommit`). */
  readonly notifies: boolean;
}
