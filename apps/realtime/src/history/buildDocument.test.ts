import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { joinUpdates } from '../protocol/joinUpdates';
import { createRandom } from '../testing/createRandom';
import { randomUpdates } from '../testing/randomUpdates';
import { buildDocument } from './buildDocument';

/** The updates of a document, joined into one piece for each of so many authors, who wrote in turns. */
function piecesOf(seed: number, authors: number): { updates: Uint8Array[]; pieces: Uint8Array[] } {
  const random = createRandom(seed);
  const updates = randomUpdates(seed, 80);
  const sets = new Map<number, Uint8Array[]>();
  for (const update of updates) {
    const author = random.below(authors);
    sets.set(author, [...(sets.get(author) ?? []), update]);
  }
  return { updates, pieces: [...sets.values()].map(joinUpdates) };
}

describe('RT-15 the document that pieces of history make up', () => {
  // Seeds whose pieces Yjs holds back for good when it is fed them one by one.
  it.each([
    [197, 2],
    [197, 4],
  ])('is whole, in whatever order they build on each other (seed %i, %i authors)', (seed, authors) => {
    const { updates, pieces } = piecesOf(seed, authors);
    const written = new Y.Doc();
    for (const update of updates) Y.applyUpdate(written, update);
    const built = buildDocument(pieces);
    expect(Y.equalSnapshots(Y.snapshot(built), Y.snapshot(written))).toBe(true);
    expect(built.getText('t').toDelta()).toEqual(written.getText('t').toDelta());
  });
});
