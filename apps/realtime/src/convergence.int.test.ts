import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { createRandom } from './testing/createRandom';
import { openEditor, type TestEditor } from './testing/openEditor';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

/** Seeds that failed once stay here for good. */
const SEEDS = [1, 2, 3, 4, 5, 6];
const STEPS = 120;
const PEERS = 4;

type Random = ReturnType<typeof createRandom>;

function edit(random: Random, { text, doc }: TestEditor): void {
  const fragment = doc.getXmlFragment('content');
  if (random.chance(0.2)) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(`p${random.below(100)} é😀`)]);
    fragment.insert(random.below(fragment.length + 1), [paragraph]);
  } else if (random.chance(0.1) && fragment.length > 0) {
    fragment.delete(random.below(fragment.length), 1);
  } else if (random.chance(0.3) && text.length > 2) {
    const at = random.below(text.length - 1);
    text.delete(at, Math.min(text.length - at, 1 + random.below(4)));
  } else {
    text.insert(
      random.below(text.length + 1),
      `${random.below(1000)}`,
      random.chance(0.3) ? { bold: true } : {},
    );
  }
}

/** Edits, edits while away, cut sockets, sudden returns, forgetful newcomers. */
async function step(random: Random, editor: TestEditor): Promise<void> {
  if (random.chance(0.06)) editor.sockets.at(-1)?.terminate();
  if (random.chance(0.05)) editor.handle.retry();
  const edits = random.chance(0.1) ? 8 : 1;
  for (let i = 0; i < edits; i++) edit(random, editor);
  // So many turns of the event loop for what comes from the others.
  const turns = random.chance(0.5) ? random.below(40) : 0;
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('convergence', () => {
  it.each(SEEDS)(
    'RT-14 everyone ends with the same document, and it is the stored one (seed %i)',
    async (seed) => {
      const { house, server, spaceId, writer, other } = test;
      const random = createRandom(seed);
      const documentId = await house.document(spaceId, writer);
      const editors: TestEditor[] = [];
      for (let i = 0; i < PEERS; i++) {
        editors.push(await openEditor(house, server, i % 2 === 0 ? writer : other, documentId));
      }
      for (let i = 0; i < STEPS; i++) await step(random, editors[random.below(PEERS)] as TestEditor);
      for (const editor of editors) await editor.saved();
      const shape = (doc: Y.Doc) =>
        JSON.stringify([doc.getText('t').toDelta(), doc.getXmlFragment('content').toString()]);
      const first = shape((editors[0] as TestEditor).doc);
      await until(() => editors.every((editor) => shape(editor.doc) === first), 'equal');
      expect(shape(await house.stored(documentId))).toBe(shape((editors[0] as TestEditor).doc));
      for (const editor of editors) editor.close();
    },
  );
});
