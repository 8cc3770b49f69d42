import { type StateVector, writeStateVector } from '@hemicycle/collab/protocol';
import { DeleteRanges } from '../protocol/DeleteRanges';
import { type ScannedUpdate, scanUpdate } from '../protocol/scanUpdate';

export interface KnownUpdate {
  readonly update: Uint8Array;
  /** Where its delete set begins; null when that has to be looked for. */
  readonly deletesAt: number | null;
}

/** Yields every update of a room, base first. */
type AllUpdates = () => Iterable<KnownUpdate>;

/**
 * What a room knows, kept without a Y.Doc: a state vector counted along, and, once somebody returned with deletions,
 * the deleted ranges. Conservative: it may ask for more than is missing, and never for less.
 */
export class KnownContent {
  readonly #vector: StateVector;
  readonly #all: AllUpdates;
  #deletes: DeleteRanges | null = null;
  /** The delete set last found to be known, byte for byte: clients in the same state send the same bytes. */
  #lastDeletes: Buffer | null = null;
  #encoded: Uint8Array | null = null;

  constructor(vector: StateVector, all: AllUpdates) {
    this.#vector = vector;
    this.#all = all;
  }

  add(update: Uint8Array, scanned: ScannedUpdate): void {
    const { runs } = scanned;
    for (let i = 0; i < runs.length; i += 3) {
      const client = runs[i] as number;
      const known = this.#vector.get(client) ?? 0;
      // A run beyond a gap is not counted: its sender is asked for both when it comes again.
      if ((runs[i + 1] as number) <= known && (runs[i + 2] as number) > known) {
        this.#vector.set(client, runs[i + 2] as number);
        this.#encoded = null;
      }
    }
    if (scanned.hasDeletes) this.#deletes?.add(update, scanned.deletesAt);
  }

  /** Whether there would be more clients than `most` with those of an update. */
  exceeds(most: number, { runs }: ScannedUpdate): boolean {
    let clients = this.#vector.size;
    if (clients + runs.length / 3 <= most) return false;
    for (let i = 0; i < runs.length; i += 3) if (!this.#vector.has(runs[i] as number)) clients++;
    return clients > most;
  }

  /** Whether the update tells nothing new. */
  covers(update: Uint8Array, scanned: ScannedUpdate): boolean {
    const { runs } = scanned;
    for (let i = 0; i < runs.length; i += 3) {
      if ((runs[i + 2] as number) > (this.#vector.get(runs[i] as number) ?? 0)) return false;
    }
    if (!scanned.hasDeletes) return true;
    const bytes = Buffer.from(
      update.buffer,
      update.byteOffset + scanned.deletesAt,
      update.length - scanned.deletesAt,
    );
    if (this.#lastDeletes?.equals(bytes)) return true;
    if (!this.#knownDeletes().covers(update, scanned.deletesAt)) return false;
    this.#lastDeletes = Buffer.from(bytes);
    return true;
  }

  #knownDeletes(): DeleteRanges {
    if (this.#deletes) return this.#deletes;
    const deletes = new DeleteRanges();
    // Megabytes of a base are not read through for it: that takes 30 ms and more.
    for (const { update, deletesAt } of this.#all()) {
      deletes.add(update, deletesAt ?? scanUpdate(update).deletesAt);
    }
    this.#deletes = deletes;
    return deletes;
  }

  /** How much of what is known somebody with this state vector holds already: from 0 to 1, by clock ticks. */
  shareOf(vector: StateVector): number {
    let [known, held] = [0, 0];
    for (const [client, clock] of this.#vector) {
      known += clock;
      held += Math.min(clock, vector.get(client) ?? 0);
    }
    return known === 0 ? 0 : held / known;
  }

  /** Encoded, for the server's own sync step 1. */
  get stateVector(): Uint8Array {
    this.#encoded ??= writeStateVector(this.#vector);
    return this.#encoded;
  }
}
