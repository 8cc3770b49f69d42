import { type ByteReader, MalformedError } from '@hemicycle/collab/protocol';
import { skipItemContent } from './skipItemContent';
import { validText } from './validText';

/** First byte of a struct in a Yjs v1 update: what its item carries, and which of its neighbours it names. */
export const STRUCT = {
  hasOrigin: 0b1000_0000,
  hasRightOrigin: 0b0100_0000,
  hasParentSub: 0b0010_0000,
  content: 0b0001_1111,
} as const;

/** Contents that are no item's. */
const GC = 0;
export const SKIP = 10;
/** Content of an item that is text. */
export const STRING = 4;

/**
 * Passes over one struct without building it; returns how many clock ticks it takes.
 * @param sound it was passed over before, and a Yjs client can decode what it holds
 * @throws MalformedError when a Yjs client could not decode it.
 */
export function passStruct(reader: ByteReader, sound = false): number {
  const info = reader.uint8();
  const content = info & STRUCT.content;
  if (content === GC) return length(reader.varUint());
  if (content === SKIP) {
    if (info !== SKIP) throw new MalformedError('skip with flags');
    return length(reader.varUint());
  }
  if (info & STRUCT.hasOrigin) skipId(reader);
  if (info & STRUCT.hasRightOrigin) skipId(reader);
  if ((info & (STRUCT.hasOrigin | STRUCT.hasRightOrigin)) === 0) {
    if (reader.varUint() === 1) validText(reader);
    else skipId(reader);
    if (info & STRUCT.hasParentSub) validText(reader);
  }
  return length(skipItemContent(reader, content, sound));
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
