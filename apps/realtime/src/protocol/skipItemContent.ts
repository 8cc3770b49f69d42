import { type ByteReader, MalformedError } from '@hemicycle/collab/protocol';
import { validText } from './validText';

/** Against a value nested until the stack ends. Levels. */
const DEEPEST_VALUE = 64;

const decoder = new TextDecoder();

/**
 * Passes over an item's content, by its Yjs content reference, and returns how many clock ticks it takes.
 * @param sound it was passed over before, so that JSON need not be looked into: of all contents it takes the longest
 * @throws MalformedError when a Yjs client could not decode it.
 */
export function skipItemContent(reader: ByteReader, content: number, sound: boolean): number {
  switch (content) {
    case 1: // deleted
      return reader.varUint();
    case 2: // json values
      return skipMany(reader, sound ? skipBytes : skipJsonOrUndefined);
    case 3: // binary
      skipBytes(reader);
      return 1;
    case 4: // string
      return validText(reader);
    case 5: // embed
      if (sound) skipBytes(reader);
      else skipJson(reader);
      return 1;
    case 6: // format
      validText(reader);
      if (sound) skipBytes(reader);
      else skipJson(reader);
      return 1;
    case 7: // type
      skipType(reader);
      return 1;
    case 8: // any values
      return skipMany(reader, skipAny);
    case 9: // sub-document: its options must be an object
      validText(reader);
      if (reader.bytes[reader.position] !== 118) throw new MalformedError('sub-document without options');
      skipAny(reader);
      return 1;
    default:
      throw new MalformedError(`content ${content}`);
  }
}

function skipMany(reader: ByteReader, skip: (reader: ByteReader) => void): number {
  const count = reader.varUint();
  for (let i = 0; i < count; i++) skip(reader);
  return count;
}

function skipBytes(reader: ByteReader): void {
  reader.skip(reader.varUint());
}

function skipJson(reader: ByteReader): void {
  parse(passText(reader));
}

function skipJsonOrUndefined(reader: ByteReader): void {
  const text = passText(reader);
  if (text !== 'undefined') parse(text);
}

function parse(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new MalformedError('not JSON');
  }
}

function passText(reader: ByteReader): string {
  const start = reader.position;
  validText(reader);
  const end = reader.position;
  reader.position = start;
  return decoder.decode(reader.varBytes().subarray(0, end - start));
}

/** Array, map, text, element, fragment, hook, xml text; elements and hooks have a name. */
function skipType(reader: ByteReader): void {
  const type = reader.varUint();
  if (type > 6) throw new MalformedError(`type ${type}`);
  if (type === 3 || type === 5) validText(reader);
}

function skipAny(reader: ByteReader, depth = 0): void {
  if (depth > DEEPEST_VALUE) throw new MalformedError('value nested too deeply');
  const tag = reader.uint8();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125: // integer, like varUint but with a sign bit in the first byte
      skipVarInt(reader);
      return;
    case 124:
      reader.skip(4);
      return;
    case 123:
    case 122:
      reader.skip(8);
      return;
    case 119:
      validText(reader);
      return;
    case 118: {
      const count = reader.varUint();
      for (let i = 0; i < count; i++) {
        validText(reader);
        skipAny(reader, depth + 1);
      }
      return;
    }
    case 117: {
      const count = reader.varUint();
      for (let i = 0; i < count; i++) skipAny(reader, depth + 1);
      return;
    }
    case 116:
      skipBytes(reader);
      return;
    default:
      throw new MalformedError(`value of kind ${tag}`);
  }
}

function skipVarInt(reader: ByteReader): void {
  for (let i = 0; i < 9; i++) if (reader.uint8() < 0x80) return;
  throw new MalformedError('number too large');
}
