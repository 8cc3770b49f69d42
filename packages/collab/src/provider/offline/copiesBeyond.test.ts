import { describe, expect, it } from '@jest/globals';
import type { CopyRecord } from './CopyRecord';
import { copiesBeyond, LONGEST_UNOPENED, MOST_COPIES } from './copiesBeyond';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const MINUTE = 60_000;

/** Copies as the store lists them: `minutes` ago each was opened. */
const copies = (minutes: readonly number[], unsaved: readonly number[] = []): CopyRecord[] =>
  minutes.map((ago, index) => ({
    name: `copy ${index}`,
    accountId: 'account',
    documentId: `document ${index}`,
    epoch: 1,
    title: 'Title',
    spaceId: 'space',
    spaceName: 'Space',
    writable: true,
    openedAt: NOW - ago * MINUTE,
    syncedAt: NOW - ago * MINUTE,
    unsaved: unsaved.includes(index),
  }));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const gone = (kept: CopyRecord[], current = 'copy 0') =>
  copiesBeyond(kept, current, NOW).map(({ name }) => name);

describe('RT-97 copies on the device are bounded', () => {
  it('keeps twenty of an account, those last opened', () => {
    expect(gone(copies(upTo(MOST_COPIES)))).toEqual([]);
    expect(gone(copies(upTo(MOST_COPIES + 3)))).toEqual(['copy 20', 'copy 21', 'copy 22']);
  });

  it('keeps none that nobody opened for thirty days', () => {
    const month = LONGEST_UNOPENED / MINUTE;
    expect(gone(copies([0, 1, month - 1, month + 1, month + 2]))).toEqual(['copy 3', 'copy 4']);
  });

  it('never removes one with edits stored nowhere else, nor the one that is open', () => {
    const month = LONGEST_UNOPENED / MINUTE;
    expect(gone(copies([0, 1, month + 1, month + 2], [2]))).toEqual(['copy 3']);
    expect(gone(copies(upTo(MOST_COPIES + 2), [MOST_COPIES]))).toEqual(['copy 21']);
    expect(gone(copies([0, month + 1]), 'copy 1')).toEqual([]);
  });
});
