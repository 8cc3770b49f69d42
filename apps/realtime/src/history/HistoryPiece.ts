/** How long a stretch a piece stands for. A `row` is one group commit; `origin` is what was there before history. */
export type Span = 'row' | 'origin' | 'sitting' | 'hour' | 'day';

/** What one set of authors wrote in one stretch of time. */
export interface HistoryPiece {
  readonly span: Span;
  /** First and last row in it; rows between them may be in other pieces. */
  readonly fromSeq: bigint;
  readonly throughSeq: bigint;
  /** Yjs v1 update. */
  readonly update: Uint8Array;
  /** Account ids, sorted. */
  readonly authorIds: readonly string[];
  readonly beganAt: Date;
  readonly endedAt: Date;
}
