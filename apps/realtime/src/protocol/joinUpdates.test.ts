import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { createRandom } from '../testing/createRandom';
import { randomUpdates } from '../testing/randomUpdates';
import { joinUpdates } from './joinUpdates';
import { scanUpdate } from './scanUpdate';

/** Everything a document shows, and everything it knows. */
const shape = (doc: Y.Doc): unknown => [
  doc.getText('t').toDelta(),
  doc.getXmlFragment('content').toString(),
  doc.getMap('m').toJSON(),
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(),
  Y.encodeSnapshot(Y.snapshot(doc)),
];

const applied = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('RT-65 joining updates without building them', () => {
  it('says what the updates say, in whatever groups they are joined', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, group) => {
        const updates = randomUpdates(seed, 120);
        const joined: Uint8Array[] = [];
        for (let i = 0; i < updates.length; i += group) joined.push(joinUpdates(updates.slice(i, i + group)));
        expect(shape(applied(joined))).toEqual(shape(applied(updates)));
        expect(shape(applied([joinUpdates(joined)]))).toEqual(shape(applied(updates)));
        const { runs } = scanUpdate(joinUpdates(joined));
        expect(runs.length).toBe(new Set(runs.filter((_, i) => i % 3 === 0)).size * 3);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps gaps open, so that what is missing can still come', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = createRandom(seed);
        const updates = randomUpdates(seed, 80);
        const [early, late]: Uint8Array[][] = [[], []];
        for (const update of updates) (random.chance(0.7) ? early : late)?.push(update);
        const doc = applied([joinUpdates(early ?? [])]);
        // All at once: fed one by one in such an order, Yjs itself may hold back for good what is complete.
        const merged = applied([Y.mergeUpdates(early ?? [])]);
        expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(merged));
        const whole = joinUpdates([joinUpdates(early ?? []), ...(late ?? [])]);
        expect(shape(applied([whole]))).toEqual(shape(applied(updates)));
      }),
      { numRuns: 30, examples: [[189947]] },
    );
  });

  it('takes updates that tell the same twice, in any order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const updates = randomUpdates(seed, 60);
        const whole = Y.encodeStateAsUpdate(applied(updates.slice(0, 40)));
        const again = joinUpdates([joinUpdates(updates.slice(10, 50)), whole, ...updates].reverse());
        expect(shape(applied([again]))).toEqual(shape(applied(updates)));
      }),
      { numRuns: 25 },
    );
  });

  it('takes hardly longer for each of many that tell the same, as somebody would who wants to hold everybody up', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'x');
    const one = Y.encodeStateAsUpdate(doc);
    const timeOf = (count: number): number => {
      const started = performance.now();
      expect(joinUpdates(new Array(count).fill(one))).toEqual(one);
      return performance.now() - started;
    };
    const few = Math.min(timeOf(1_000), timeOf(1_000), timeOf(1_000));
    // 16 times as many; with the square of their number it would be 256 times as long.
    expect(timeOf(16_000)).toBeLessThan(100 * few);
  });

  it('shrinks typing to what was typed, and goes through 20,000 edits at once', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 20_000; i++) doc.getText('t').insert(i, 'x');
    const joined = joinUpdates(updates);
    expect(joined.length).toBeLessThan(20_050);
    expect(joinUpdates([joinUpdates(updates.slice(0, 9_000)), joinUpdates(updates.slice(9_000))])).toEqual(
      joined,
    );
    expect(applied([joined]).getText('t').length).toBe(20_000);
  });

  it('does not take text of two neighbourhoods for one', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    a.clientID = 2;
    b.clientID = 1;
    const updates: Uint8Array[] = [];
    for (const doc of [a, b])
      doc.on('update', (update: Uint8Array, by) => by !== 'r' && updates.push(update));
    a.getText('t').insert(0, 'A');
    Y.applyUpdate(b, updates[0] as Uint8Array, 'r');
    b.getText('t').insert(1, 'B');
    a.getText('t').insert(1, 'C');
    Y.applyUpdate(a, updates[1] as Uint8Array, 'r');
    a.getText('t').insert(a.getText('t').toString().indexOf('C') + 1, 'D');
    expect(shape(applied([joinUpdates(updates)]))).toEqual(shape(applied(updates)));
  });
});
