import { ByteReader } from '@hemicycle/collab/protocol';
import { passStruct } from './passStruct';

/** The structs of one client in a Yjs v1 update. In v1 a struct's bytes depend on no other, so they may be moved. */
export interface Section {
  readonly update: Uint8Array;
  readonly client: number;
  readonly structs: number;
  /** First clock, and the clock after the last. */
  readonly first: number;
  readonly end: number;
  /** Where the structs begin, where the last one begins, and where they end. Bytes. */
  readonly from: number;
  readonly last: number;
  readonly to: number;
}

/**
 * Takes an update apart into the structs of each client; sections without structs are left out. What is in them is not
 * looked into: updates are scanned before anything is done with them.
 * @param deletes told where the update's delete set begins
 * @throws MalformedError
 */
export function readSections(update: Uint8Array, deletes: (position: number) => void): Section[] {
  const reader = new ByteReader(update);
  const sections: Section[] = [];
  const clients = reader.varUint();
  for (let i = 0; i < clients; i++) {
    const structs = reader.varUint();
    const client = reader.varUint();
    const first = reader.varUint();
    const from = reader.position;
    let last = from;
    let end = first;
    for (let j = 0; j < structs; j++) {
      last = reader.position;
      end += passStruct(reader, true);
    }
    if (structs > 0) sections.push({ update, client, structs, first, end, from, last, to: reader.position });
  }
  deletes(reader.position);
  return sections;
}
