import { readStateVector } from '@hemicycle/collab/protocol';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { randomUpdates } from '../testing/randomUpdates';
import { scanUpdate } from './scanUpdate';
import { UpdateIndex } from './UpdateIndex';

const shape = (doc: Y.Doc): unknown => [
  doc.getText('t').toDelta(),
  doc.getXmlFragment('content').toString(),
  doc.getMap('m').toJSON(),
  Y.encodeSnapshot(Y.snapshot(doc)),
];

describe('RT-66 what somebody lacks of a document', () => {
  it('completes whoever holds any part of it, and sends little more than Yjs would', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, part) => {
          const updates = randomUpdates(seed, 400);
          const [client, whole] = [new Y.Doc(), new Y.Doc()];
          for (const update of updates.slice(0, Math.floor(updates.length * part)))
            Y.applyUpdate(client, update);
          for (const update of updates) Y.applyUpdate(whole, update);
          const base = Y.encodeStateAsUpdate(whole);
          const vector = Y.encodeStateVector(client);
          const missing = new UpdateIndex(base).beyond(readStateVector(vector));
          scanUpdate(missing);
          expect(missing.length).toBeLessThanOrEqual(Y.diffUpdate(base, vector).length + 600);
          Y.applyUpdate(client, missing);
          expect(shape(client)).toEqual(shape(whole));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds its place in a long document', () => {
    const doc = new Y.Doc();
    const text = doc.getText('t');
    for (let i = 0; i < 5_000; i++) text.insert(i % 2 === 0 ? 0 : text.length, `${i} `);
    const index = new UpdateIndex(Y.encodeStateAsUpdate(doc));
    const clocks = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0;
    for (const known of [0, 1, 127, 128, 129, 4_000, clocks - 1, clocks, clocks + 9]) {
      const { runs } = scanUpdate(index.beyond(new Map([[doc.clientID, known]])));
      if (known >= clocks) expect(runs).toEqual([]);
      else {
        expect(runs[1]).toBeLessThanOrEqual(known);
        expect(runs[1]).toBeGreaterThan(known - 8);
        expect(runs[2]).toBe(clocks);
      }
    }
  });
});
