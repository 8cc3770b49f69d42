import { ByteWriter } from '@hemicycle/collab/protocol';
import { mergeUpdates } from 'yjs';
import { DeleteRanges } from './DeleteRanges';
import { readSections, type Section } from './readSections';
import { SectionWriter } from './SectionWriter';

/** Updates handed to Yjs together. */
const MERGED_AT_ONCE = 16;

/**
 * One update that says what these say together. Time and memory are linear in their bytes, and nothing is built
 * (`mergeUpdates` takes 23 ms for 1,000 updates and 1.2 s for 10,000). Updates that tell the same structs twice, as
 * somebody's return may, are left to Yjs, a few at a time: of thousands, sent to hold everybody up, its time would grow
 * with the square.
 * @throws MalformedError when one of them is no update
 */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 1) return updates[0] as Uint8Array;
  const clients = new Map<number, Section[]>();
  const deletes = new DeleteRanges();
  for (const update of updates) {
    for (const section of readSections(update, (position) => deletes.add(update, position))) {
      const known = clients.get(section.client);
      if (known) known.push(section);
      else clients.set(section.client, [section]);
    }
  }
  // Higher clients first, as Yjs writes them: its integration is quicker so.
  const order = [...clients.keys()].sort((a, b) => b - a);
  const writer = new ByteWriter(1_024).varUint(order.length);
  for (const client of order) {
    const written = writeClient(client, clients.get(client) ?? []);
    if (!written) return mergeOverlapping(updates);
    written.write(writer);
  }
  deletes.write(writer);
  return writer.done().slice();
}

function mergeOverlapping(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= MERGED_AT_ONCE) return mergeUpdates([...updates]);
  const joined: Uint8Array[] = [];
  for (let first = 0; first < updates.length; first += MERGED_AT_ONCE) {
    joined.push(joinUpdates(updates.slice(first, first + MERGED_AT_ONCE)));
  }
  return joinUpdates(joined);
}

/** Null when sections overlap. */
function writeClient(client: number, sections: Section[]): SectionWriter | null {
  sections.sort((a, b) => a.first - b.first);
  const writer = new SectionWriter(client, sections[0]?.first ?? 0);
  return sections.every((section) => writer.add(section)) ? writer : null;
}
