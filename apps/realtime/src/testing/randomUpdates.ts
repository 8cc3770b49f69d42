import * as Y from 'yjs';
import { createRandom } from './createRandom';

/**
 * What several people send while they write one document, some of it in ignorance of the others: typing that goes on
 * where it ended, typing elsewhere, deletions, marks, paragraphs, entries of a map.
 */
export function randomUpdates(seed: number, edits: number, people = 3): Uint8Array[] {
  const random = createRandom(seed);
  const docs = Array.from({ length: people }, (_, i) => {
    const doc = new Y.Doc();
    doc.clientID = 1_000 * seed + i + 1;
    return doc;
  });
  const updates: Uint8Array[] = [];
  const seen = docs.map(() => 0);
  docs.forEach((doc) => {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') updates.push(update);
    });
  });
  const carets = docs.map(() => 0);
  for (let i = 0; i < edits; i++) {
    const who = random.below(people);
    const doc = docs[who] as Y.Doc;
    const text = doc.getText('t');
    if (random.chance(0.15)) {
      const from = seen[who] as number;
      seen[who] = updates.length;
      for (const update of updates.slice(from)) Y.applyUpdate(doc, update, 'remote');
    }
    if (random.chance(0.15)) carets[who] = random.below(text.length + 1);
    const caret = Math.min(carets[who] as number, text.length);
    const kind = random.below(20);
    if (kind < 13) {
      const typed = random.chance(0.1) ? 'é😀' : 'abcdefgh'.charAt(random.below(8));
      text.insert(caret, typed);
      carets[who] = caret + typed.length;
    } else if (kind < 16 && caret > 0) {
      text.delete(caret - 1, 1);
      carets[who] = caret - 1;
    } else if (kind === 16 && text.length > 4) text.format(random.below(text.length - 3), 3, { bold: true });
    else if (kind === 17) doc.getXmlFragment('content').insert(0, [new Y.XmlElement('paragraph')]);
    else if (kind === 18) doc.getMap('m').set(`k${random.below(3)}`, 'v');
    else text.insert(caret, 'w');
  }
  return updates;
}
