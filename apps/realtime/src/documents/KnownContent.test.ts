import { readStateVector } from '@hemicycle/collab/protocol';
import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { scanUpdate } from '../protocol/scanUpdate';
import { createRandom } from '../testing/createRandom';
import { KnownContent, type KnownUpdate } from './KnownContent';

/** A room's knowledge fed with these updates, in this order. */
function knowing(updates: readonly Uint8Array[]): KnownContent {
  const taken: KnownUpdate[] = [];
  const known = new KnownContent(new Map(), () => taken);
  for (const update of updates) {
    const scanned = scanUpdate(update);
    // Where it is, is known of some and looked for in others.
    taken.push({ update, deletesAt: taken.length % 2 === 0 ? scanned.deletesAt : null });
    known.add(update, scanned);
  }
  return known;
}

const covers = (known: KnownContent, update: Uint8Array): boolean => known.covers(update, scanUpdate(update));

function history(seed: number): { docs: Y.Doc[]; updates: Uint8Array[] } {
  const random = createRandom(seed);
  const docs = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') updates.push(update);
    });
  }
  for (let i = 0; i < 60; i++) {
    const doc = docs[random.below(2)] as Y.Doc;
    const text = doc.getText('t');
    if (random.chance(0.4) && text.length > 3) text.delete(random.below(text.length - 2), 2);
    else text.insert(random.below(text.length + 1), 'abc');
    if (random.chance(0.3)) {
      for (const each of docs) for (const update of updates) Y.applyUpdate(each, update, 'remote');
    }
  }
  for (const each of docs) for (const update of updates) Y.applyUpdate(each, update, 'remote');
  return { docs, updates };
}

describe('RT-61 what a room knows without a Y.Doc', () => {
  it.each([1, 2, 3])('is the state vector of the document (seed %i)', (seed) => {
    const { docs, updates } = history(seed);
    const expected = Y.decodeStateVector(Y.encodeStateVector(docs[0] as Y.Doc));
    expect(new Map(readStateVector(knowing(updates).stateVector))).toEqual(expected);
  });

  it.each([1, 2, 3])('covers what a returning client brings, deletions included (seed %i)', (seed) => {
    const { docs, updates } = history(seed);
    const known = knowing(updates);
    for (const doc of docs) {
      const answer = Y.encodeStateAsUpdate(doc, known.stateVector);
      expect(covers(known, answer)).toBe(true);
      expect(covers(known, Y.encodeStateAsUpdate(doc))).toBe(true);
    }
  });

  it('does not cover one more deletion, nor one more character', () => {
    const { docs, updates } = history(4);
    const doc = docs[0] as Y.Doc;
    const known = knowing(updates);
    expect(covers(known, Y.encodeStateAsUpdate(doc, known.stateVector))).toBe(true);
    doc.getText('t').delete(0, 1);
    expect(covers(known, Y.encodeStateAsUpdate(doc, known.stateVector))).toBe(false);
    const other = docs[1] as Y.Doc;
    other.getText('t').insert(0, '!');
    expect(covers(known, Y.encodeStateAsUpdate(other, known.stateVector))).toBe(false);
  });

  it('asks again for what came after a gap', () => {
    const { updates } = history(5);
    const inserted = updates.findIndex((update) => scanUpdate(update).runs.length > 0);
    const known = knowing(updates.filter((_, index) => index !== inserted));
    const complete = knowing(updates);
    const missing = readStateVector(known.stateVector);
    let behind = 0;
    for (const [client, clock] of readStateVector(complete.stateVector)) {
      expect(missing.get(client) ?? 0).toBeLessThanOrEqual(clock);
      if ((missing.get(client) ?? 0) < clock) behind++;
    }
    expect(behind).toBe(1);
  });
});
