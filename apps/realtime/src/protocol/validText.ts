import { isUtf8 } from 'node:buffer';
import { type ByteReader, MalformedError } from '@hemicycle/collab/protocol';

/**
 * Passes over a string and returns its length in UTF-16 units, as Yjs counts. Yjs decodes strictly, so one wrong byte
 * would make a document unreadable for everybody.
 * @throws MalformedError when it is not UTF-8.
 */
export function validText(reader: ByteReader): number {
  const size = reader.varUint();
  const start = reader.position;
  reader.skip(size);
  const { bytes } = reader;
  let units = 0;
  let ascii = true;
  for (let i = start; i < reader.position; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x80) ascii = false;
    // Continuation bytes begin no character; a four-byte character is two units.
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  if (!ascii && !isUtf8(bytes.subarray(start, reader.position))) throw new MalformedError('not UTF-8');
  return units;
}
