import { ByteReader, type ByteWriter } from '@hemicycle/collab/protocol';

interface ClientRanges {
  /** Flat: start, end, start, end … sorted and apart from each other once `tidy`. */
  flat: number[];
  tidy: boolean;
}

/** Clock ranges that are deleted: of a room (does a returning client's delete set tell anything new?) or of updates. */
export class DeleteRanges {
  readonly #clients = new Map<number, ClientRanges>();

  /** Adds the delete set that begins at `position` of a scanned update. */
  add(update: Uint8Array, position: number): void {
    eachRange(update, position, (client, start, end) => {
      const known = this.#clients.get(client);
      if (known) {
        known.flat.push(start, end);
        known.tidy = false;
      } else this.#clients.set(client, { flat: [start, end], tidy: true });
      return true;
    });
  }

  /** Whether every range of the delete set at `position` is known already. */
  covers(update: Uint8Array, position: number): boolean {
    return eachRange(update, position, (client, start, end) => {
      const known = this.#clients.get(client);
      if (!known) return start === end;
      if (!known.tidy) tidy(known);
      return contains(known.flat, start, end);
    });
  }

  /** As a delete set. */
  write(writer: ByteWriter): void {
    writer.varUint(this.#clients.size);
    for (const [client, known] of this.#clients) {
      if (!known.tidy) tidy(known);
      const { flat } = known;
      writer.varUint(client).varUint(flat.length / 2);
      for (let i = 0; i < flat.length; i += 2) {
        const start = flat[i] as number;
        writer.varUint(start).varUint((flat[i + 1] as number) - start);
      }
    }
  }
}

function eachRange(
  update: Uint8Array,
  position: number,
  visit: (client: number, start: number, end: number) => boolean,
): boolean {
  const reader = new ByteReader(update, position);
  const clients = reader.varUint();
  for (let i = 0; i < clients; i++) {
    const client = reader.varUint();
    const ranges = reader.varUint();
    for (let j = 0; j < ranges; j++) {
      const start = reader.varUint();
      if (!visit(client, start, start + reader.varUint())) return false;
    }
  }
  return true;
}

function tidy(known: ClientRanges): void {
  const pairs: [number, number][] = [];
  for (let i = 0; i < known.flat.length; i += 2) {
    pairs.push([known.flat[i] as number, known.flat[i + 1] as number]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  const flat: number[] = [];
  for (const [start, end] of pairs) {
    const last = flat.length - 1;
    if (last > 0 && start <= (flat[last] as number)) flat[last] = Math.max(flat[last] as number, end);
    else flat.push(start, end);
  }
  known.flat = flat;
  known.tidy = true;
}

function contains(flat: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = flat.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((flat[middle * 2 + 1] as number) <= start && start < end) low = middle + 1;
    else if ((flat[middle * 2] as number) > start) high = middle - 1;
    else return end <= (flat[middle * 2 + 1] as number);
  }
  return false;
}
