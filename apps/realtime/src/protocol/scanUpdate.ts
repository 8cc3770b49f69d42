import { ByteReader, MalformedError } from '@hemicycle/collab/protocol';
import { passStruct, SKIP } from './passStruct';

/** What a Yjs v1 update touches, found in one pass without building its structs. */
export interface ScannedUpdate {
  /** Gapless runs of new structs, flat: client id, first clock, clock after the last, and so on. */
  readonly runs: readonly number[];
  /** Where the delete set begins in the update. */
  readonly deletesAt: number;
  readonly hasDeletes: boolean;
}

/**
 * Checks that every Yjs client can decode the update, and tells what it touches. One linear pass, no allocation per
 * struct, bounded by the update's length: this is the whole work done for an inbound edit, so nothing is built.
 * @throws MalformedError
 */
export function scanUpdate(update: Uint8Array): ScannedUpdate {
  const reader = new ByteReader(update);
  const runs: number[] = [];
  const clients = reader.varUint();
  for (let i = 0; i < clients; i++) scanStructs(reader, runs);
  const deletesAt = reader.position;
  const hasDeletes = scanDeletes(reader);
  if (!reader.ended) throw new MalformedError('bytes after the end');
  return { runs, deletesAt, hasDeletes };
}

function scanStructs(reader: ByteReader, runs: number[]): void {
  const structs = reader.varUint();
  const client = reader.varUint();
  let from = reader.varUint();
  let clock = from;
  for (let i = 0; i < structs; i++) {
    const skip = reader.bytes[reader.position] === SKIP;
    if (skip && clock > from) runs.push(client, from, clock);
    clock += passStruct(reader);
    if (skip) from = clock;
    if (clock > Number.MAX_SAFE_INTEGER) throw new MalformedError('clock too large');
  }
  if (clock > from) runs.push(client, from, clock);
}

function scanDeletes(reader: ByteReader): boolean {
  const clients = reader.varUint();
  let some = false;
  for (let i = 0; i < clients; i++) {
    reader.varUint();
    const ranges = reader.varUint();
    for (let j = 0; j < ranges; j++) {
      reader.varUint();
      reader.varUint();
      some = true;
    }
  }
  return some;
}
