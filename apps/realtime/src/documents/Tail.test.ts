import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { UpdateFrame } from '../protocol/UpdateFrame';
import { Tail } from './Tail';

/** Edits one after the other, as their frames. */
function edits(count: number): UpdateFrame[] {
  const doc = new Y.Doc();
  const made: UpdateFrame[] = [];
  doc.on('update', (update: Uint8Array) => void made.push(new UpdateFrame(update)));
  for (let i = 0; i < count; i++) doc.getText('t').insert(i, 'x');
  return made;
}

describe('RT-5 the length of a tail', () => {
  it('is counted in rows, however many edits a commit made one of', () => {
    const tail = new Tail();
    const stored = edits(9).map((edit) => tail.pushEdit(edit));
    expect(tail.rows).toBe(0);
    for (const [index, tell] of stored.entries()) tell(index < 6 ? 10n : 11n);
    expect(tail.rows).toBe(2);
    const [opened, foreign] = edits(2) as [UpdateFrame, UpdateFrame];
    tail.push(opened, 15n, 4);
    tail.push(foreign, 16n);
    expect(tail.rows).toBe(7);
    tail.dropThrough(10n);
    expect(tail.rows).toBe(6);
    tail.dropThrough(16n);
    expect([tail.rows, tail.bytes]).toEqual([0, 0]);
  });
});
