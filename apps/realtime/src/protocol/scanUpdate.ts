import { ByteReader, MalformedError } from '@hemicycle/collab/protocol';
import { skipItemContent } from './skipItemContent';
import { validText } from './validText';

/** What a Yjs v1 update touches, found in one pass without building its structs. */
export interface ScannedUpdate {
  /** Gapless runs of new structs, flat: client id, first clock, clock after the last, and so on. */
  readonly runs: readonly number[];
  /** Where the delete set begins in the update. */
  readonly deletesAt: number;
  readonly hasDeletes: boolean;
}

const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_PARENT_SUB = 0b0010_0000;
const CONTENT = 0b0001_1111;
const GC = 0;
const SKIP = 10;

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
  const first = reader.varUint();
  let from = first;
  let clock = first;
  for (let i = 0; i < structs; i++) {
    const info = reader.uint8();
    const content = info & CONTENT;
    if (content === SKIP) {
      if (info !== SKIP) throw new MalformedError('skip with flags');
      if (clock > from) runs.push(client, from, clock);
      clock += length(reader.varUint());
      from = clock;
    } else {
      clock += content === GC ? length(reader.varUint()) : scanItem(reader, info);
    }
    if (clock > Number.MAX_SAFE_INTEGER) throw new MalformedError('clock too large');
  }
  if (clock > from) runs.push(client, from, clock);
}

function scanItem(reader: ByteReader, info: number): number {
  if (info & HAS_ORIGIN) skipId(reader);
  if (info & HAS_RIGHT_ORIGIN) skipId(reader);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (reader.varUint() === 1) validText(reader);
    else skipId(reader);
    if (info & HAS_PARENT_SUB) validText(reader);
  }
  return length(skipItemContent(reader, info & CONTENT));
}

function skipId(reader: ByteReader): void {
  reader.varUint();
  reader.varUint();
}

/** A struct of no length would never be passed by a reader that counts clocks. */
function length(value: number): number {
  if (value < 1) throw new MalformedError('empty struct');
  return value;
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
