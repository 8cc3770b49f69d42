import { MalformedError } from '@hemicycle/collab/protocol';
import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { createRandom } from '../testing/createRandom';
import { scanUpdate } from './scanUpdate';

const decodes = (update: Uint8Array): boolean => {
  try {
    Y.applyUpdate(new Y.Doc(), update);
    return true;
  } catch {
    return false;
  }
};

/** One document with every kind of content Yjs has. */
function everyKind(): Y.Doc {
  const doc = new Y.Doc();
  const map = doc.getMap('map');
  map.set('any', { a: [1, -7, 2 ** 40, 1.5, 1e300, true, false, null, undefined, 'é😀'], b: 10n, c: {} });
  map.set('binary', new Uint8Array([1, 2, 3]));
  map.set('sub', new Y.Doc({ guid: 'sub', meta: { x: 1 } }));
  map.set('array', new Y.Array());
  map.set('nested', new Y.Map([['k', 'v']]));
  const text = doc.getText('text');
  text.insert(0, 'plain 😀 é', { bold: true });
  text.insertEmbed(3, { image: 'x' });
  text.format(0, 2, { bold: null, link: { href: 'y' } });
  text.delete(1, 4);
  const fragment = doc.getXmlFragment('content');
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('level', '2');
  element.insert(0, [new Y.XmlText('words'), new Y.XmlHook('hook') as unknown as Y.XmlElement]);
  fragment.insert(0, [element]);
  fragment.insert(1, [new Y.XmlElement('gone')]);
  fragment.delete(1, 1);
  return doc;
}

describe('RT-60 scanning an update', () => {
  it('accepts every kind of content, and finds the clocks Yjs finds', () => {
    const doc = everyKind();
    const update = Y.encodeStateAsUpdate(doc);
    const { runs, hasDeletes, deletesAt } = scanUpdate(update);
    expect(runs).toEqual([doc.clientID, 0, Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID)]);
    expect(hasDeletes).toBe(true);
    expect(update.length).toBeGreaterThan(deletesAt);
  });

  it('counts characters as Yjs does, and leaves gaps out', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const word of ['ab', '😀é', 'cd']) doc.getText('t').insert(doc.getText('t').length, word);
    expect(updates.map((update) => scanUpdate(update).runs.slice(1))).toEqual([
      [0, 2],
      [2, 5],
      [5, 7],
    ]);
    const gapped = Y.mergeUpdates([updates[0] as Uint8Array, updates[2] as Uint8Array]);
    expect(scanUpdate(gapped).runs).toEqual([doc.clientID, 0, 2, doc.clientID, 5, 7]);
  });

  it('refuses every truncation', () => {
    const update = Y.encodeStateAsUpdate(everyKind());
    for (let length = 0; length < update.length; length++) {
      expect(() => scanUpdate(update.subarray(0, length))).toThrow(MalformedError);
    }
  });

  it('never lets through bytes that Yjs cannot decode (30,000 mutations)', () => {
    const random = createRandom(7);
    const update = Y.encodeStateAsUpdate(everyKind());
    let passed = 0;
    for (let i = 0; i < 30_000; i++) {
      const mutated = Uint8Array.from(update);
      const changes = 1 + random.below(3);
      for (let j = 0; j < changes; j++) mutated[random.below(mutated.length)] = random.below(256);
      try {
        scanUpdate(mutated);
      } catch (error) {
        if (error instanceof MalformedError) continue;
        throw error;
      }
      passed++;
      // Decoding and integrating are two things: a decoded item may name a parent that is none.
      expect(() => Y.decodeUpdate(mutated)).not.toThrow();
    }
    expect(passed).toBeGreaterThan(100);
    expect(decodes(update)).toBe(true);
  });

  it.each([
    ['a text that is not UTF-8', [1, 1, 1, 0, 4, 1, 1, 116, 2, 0xff, 0xff, 0]],
    ['a mark that is not JSON', [1, 1, 1, 0, 6, 1, 1, 116, 1, 98, 1, 123, 0]],
    ['an empty struct', [1, 1, 1, 0, 4, 1, 1, 116, 0, 0]],
    ['an unknown type', [1, 1, 1, 0, 7, 1, 1, 116, 9, 0]],
    ['bytes after the end', [0, 0, 0]],
    ['more structs than bytes', [1, 255, 255, 255, 127, 1, 0, 0]],
    ['a number beyond what JavaScript counts', [1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 127, 0]],
  ])('refuses %s', (_what, bytes) => {
    expect(() => scanUpdate(Uint8Array.from(bytes))).toThrow(MalformedError);
  });

  it('refuses a value nested until the stack ends', () => {
    const depth = 5_000;
    const nested = [1, 1, 1, 0, 8, 1, 1, 116, 1, ...new Array<number>(depth * 2).fill(117), 0];
    for (let i = 10; i < 9 + depth * 2; i += 2) nested[i] = 1;
    expect(() => scanUpdate(Uint8Array.from(nested))).toThrow(MalformedError);
  });
});
