import { createRootLogger } from '@hemicycle/observability';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { REALTIME_LIMITS } from '../limits/limits';
import { createRealtimeMetrics } from '../metrics';
import { JoinDiffs } from './JoinDiffs';

const log = createRootLogger({ write: () => undefined });
const workerUrl = new URL('./workerFromSource.mjs', import.meta.url);
const open: JoinDiffs[] = [];

function joinDiffs(limits: Partial<Record<'diffsWaiting' | 'diffMs', number>> = {}): JoinDiffs {
  const parts = {
    workerUrl,
    limits: { ...REALTIME_LIMITS, ...limits },
    metrics: createRealtimeMetrics(),
    log,
  };
  const diffs = new JoinDiffs(parts);
  open.push(diffs);
  return diffs;
}

afterEach(async () => {
  for (const diffs of open.splice(0)) await diffs.close();
});

/** A document, and the state vector of who left before its last word. */
function left(text: string): { base: Uint8Array; vector: Uint8Array; old: Y.Doc; whole: string } {
  const [doc, old] = [new Y.Doc(), new Y.Doc()];
  doc.getText('t').insert(0, text.repeat(2_000));
  Y.applyUpdate(old, Y.encodeStateAsUpdate(doc));
  doc.getText('t').insert(5, 'meanwhile');
  doc.getText('t').delete(40, 10);
  return {
    base: Y.encodeStateAsUpdate(doc),
    vector: Y.encodeStateVector(old),
    old,
    whole: doc.getText('t').toString(),
  };
}

describe('RT-66 the difference for who returns', () => {
  it('is found for many at once, of several documents, each their own', async () => {
    const diffs = joinDiffs({ diffMs: 30_000 });
    const documents = ['abc ', 'something else '].map(left);
    const asked = Array.from({ length: 20 }, (_, i) => documents[i % 2] as (typeof documents)[0]);
    const found = await Promise.all(asked.map(({ base, vector }) => diffs.find(base, vector)));
    for (const [index, { base, old, whole }] of asked.entries()) {
      const diff = found[index] as Uint8Array;
      expect(diff.length).toBeLessThan(base.length / 10);
      Y.applyUpdate(old, diff);
      expect(old.getText('t').toString()).toBe(whole);
    }
  });

  it('is given up when too many wait, when it takes too long, and when the base cannot be read', async () => {
    const { base, vector } = left('abc ');
    expect(await joinDiffs({ diffsWaiting: 0 }).find(base, vector)).toBeNull();
    // A worker takes longer than this to come up.
    expect(await joinDiffs({ diffMs: 1 }).find(base, vector)).toBeNull();
    const diffs = joinDiffs({ diffMs: 30_000 });
    expect(await diffs.find(base.subarray(0, 100), vector)).toBeNull();
    expect(await diffs.find(base, vector)).not.toBeNull();
  });

  it('is answered, with nothing, to those who wait when the server closes', async () => {
    const { base, vector } = left('abc ');
    const diffs = joinDiffs({ diffMs: 30_000 });
    const asked = diffs.find(base, vector);
    await diffs.close();
    expect(await asked).toBeNull();
    expect(await diffs.find(base, vector)).toBeNull();
  });
});
