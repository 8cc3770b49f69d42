import { createRootLogger } from '@hemicycle/observability';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { scanUpdate } from '../protocol/scanUpdate';
import { Inspections } from './Inspections';

const log = createRootLogger({ write: () => undefined });
const open: Inspections[] = [];

function inspections(worker = './workerFromSource.mjs'): Inspections {
  const created = new Inspections(new URL(worker, import.meta.url), log);
  open.push(created);
  return created;
}

const from = (id: string) => ({ user: { id }, closed: false });

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function update(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

describe('RT-112 large edits are inspected in a worker thread', () => {
  it('with the same findings as in the process', async () => {
    const inspected = inspections();
    const sound = update('a'.repeat(50_000));
    expect(await inspected.find(from('ines'), sound)).toEqual({ scanned: scanUpdate(sound) });
    const cut = sound.subarray(0, 40_000);
    expect(await inspected.find(from('ines'), cut)).toEqual({ malformed: 'unexpected end' });
  });

  it('accounts by turns: who sends many waits for their own', async () => {
    const inspected = inspections();
    const order: string[] = [];
    const ask = async (account: string, name: string): Promise<void> => {
      await inspected.find(from(account), update(name));
      order.push(name);
    };
    await Promise.all([
      ...['a1', 'a2', 'a3'].map((name) => ask('a', name)),
      ...['b1', 'b2'].map((name) => ask('b', name)),
    ]);
    // The first was on its way when the others came.
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3', 'b2']);
  });

  it('and not at all when their sender is gone meanwhile', async () => {
    const inspected = inspections();
    const gone = { user: { id: 'ines' }, closed: false };
    const running = inspected.find(from('ines'), update('first'));
    const waiting = inspected.find(gone, update('of somebody who leaves'));
    gone.closed = true;
    const next = inspected.find(from('ines'), update('next'));
    // Answered before the one that was on its way: it does not wait for its turn.
    expect(await Promise.race([waiting, running])).toBeNull();
    expect(await next).toHaveProperty('scanned');
  });

  it('and answered with nothing when that fails, or the server closes', async () => {
    const broken = inspections('./noSuchWorker.mjs');
    expect(await broken.find(from('ines'), update('x'))).toBeNull();
    expect(await broken.find(from('ines'), update('x'))).toBeNull();
    const closing = inspections();
    const asked = [closing.find(from('ines'), update('x')), closing.find(from('jonas'), update('y'))];
    await closing.close();
    expect(await Promise.all(asked)).toEqual([null, null]);
  });
});
