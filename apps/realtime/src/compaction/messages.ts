/** To the worker: compact this document. */
export interface CompactTask {
  readonly documentId: string;
  /** Write the snapshot even if the tail is short beside a large base. */
  readonly snapshot: boolean;
}

/** From the worker. `state` is the new base when one was written. */
export type CompactResult =
  | {
      readonly documentId: string;
      readonly outcome: 'written';
      readonly throughSeq: string;
      readonly state: Uint8Array;
    }
  | {
      readonly documentId: string;
      readonly outcome: 'nothing' | 'text' | 'lost' | 'failed';
      readonly reason?: string;
    };

export interface WorkerSettings {
  readonly databaseUrl: string;
}
