import { ByteReader, ByteWriter, type StateVector } from '@hemicycle/collab/protocol';
import { passStruct } from './passStruct';

interface IndexedSection {
  readonly client: number;
  readonly structs: number;
  /** Clock after the last struct, and where the structs end. */
  readonly end: number;
  readonly to: number;
  /** Flat: number of a struct, its clock, its position; every `STEP`th, from the first on. */
  readonly steps: readonly number[];
}

/** Structs passed over one by one at most to find a clock; one step of three numbers for each so many structs. */
const STEP = 128;

/**
 * A Yjs v1 update in which any clock is found without reading from the start: what somebody with a given state vector
 * lacks is copied out of it, some microseconds for a document of megabytes once it is indexed.
 */
export class UpdateIndex {
  readonly #update: Uint8Array;
  readonly #sections: IndexedSection[] = [];
  readonly #deletesAt: number;

  /** @throws MalformedError */
  constructor(update: Uint8Array) {
    this.#update = update;
    const reader = new ByteReader(update);
    const clients = reader.varUint();
    for (let i = 0; i < clients; i++) this.#sections.push(readSection(reader));
    this.#deletesAt = reader.position;
  }

  /**
   * What this update has beyond `vector`: all structs that do not end before it, and the whole delete set, since a
   * state vector says nothing of deletions.
   */
  beyond(vector: StateVector): Uint8Array {
    const missing = this.#sections.filter(({ client, end }) => end > (vector.get(client) ?? 0));
    const writer = new ByteWriter(1_024).varUint(missing.length);
    for (const section of missing) this.#writeFrom(writer, section, vector.get(section.client) ?? 0);
    return writer.raw(this.#update.subarray(this.#deletesAt)).done().slice();
  }

  #writeFrom(writer: ByteWriter, section: IndexedSection, known: number): void {
    const { structs, steps, client, to } = section;
    let at = 0;
    while (at + 3 < steps.length && (steps[at + 4] as number) <= known) at += 3;
    let number = steps[at] as number;
    let clock = steps[at + 1] as number;
    const reader = new ByteReader(this.#update, steps[at + 2] as number);
    let position = reader.position;
    for (let end = clock + passStruct(reader, true); end <= known; end += passStruct(reader, true)) {
      clock = end;
      position = reader.position;
      number++;
    }
    writer
      .varUint(structs - number)
      .varUint(client)
      .varUint(clock);
    writer.raw(this.#update.subarray(position, to));
  }
}

function readSection(reader: ByteReader): IndexedSection {
  const structs = reader.varUint();
  const client = reader.varUint();
  let clock = reader.varUint();
  const steps: number[] = [];
  for (let i = 0; i < structs; i++) {
    if (i % STEP === 0) steps.push(i, clock, reader.position);
    clock += passStruct(reader, true);
  }
  return { client, structs, end: structs > 0 ? clock : 0, to: reader.position, steps };
}
