/** To the worker: what holders of these state vectors lack of a base. */
export interface DiffTask {
  /** The base, unless it is that of the task before. */
  readonly base: Uint8Array | null;
  readonly vectors: readonly Uint8Array[];
}

/** From the worker, in the order of the vectors; null when the base or a vector could not be read. */
export type DiffResult = readonly Uint8Array[] | null;
