import { createRootLogger } from '@hemicycle/observability';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { REALTIME_LIMITS } from '../limits/limits';
import { createRealtimeMetrics } from '../metrics';
import type { CommitRow, DocumentStore } from './documentStore';
import { type CommitSource, GroupCommit } from './GroupCommit';

const log = createRootLogger({ write: () => undefined });

/** A room with numbered edits, one row for all that wait. */
class Source implements CommitSource {
  readonly documentId: string;
  waiting: number[] = [];
  flying: number[] = [];
  stored: number[] = [];
  heard: string[] = [];

  constructor(documentId: string) {
    this.documentId = documentId;
  }

  takeRow(): CommitRow | null {
    if (this.waiting.length === 0) return null;
    if (this.flying.length > 0) throw new Error('asked twice');
    this.flying = this.waiting.splice(0);
    return { documentId: this.documentId, epoch: 1, update: Uint8Array.from(this.flying), authorIds: [] };
  }

  committed(): void {
    this.stored.push(...this.flying.splice(0));
  }

  refused(why: string): void {
    this.heard.push(why);
    this.flying = [];
  }

  storeFailing(): void {
    this.heard.push('failing');
  }

  storeHealed(): void {
    this.heard.push('healed');
  }
}

let commits: CommitRow[][];
/** Documents whose rows another transaction holds. */
let held: Set<string>;
/** How often the store waited for one of them in vain. */
let waits: number;
let fail: ((rows: readonly CommitRow[]) => Error | null) | null;
let group: GroupCommit;
let store: DocumentStore;
let seq = 0n;
let alone = true;

beforeEach(() => {
  jest.useFakeTimers();
  commits = [];
  held = new Set();
  waits = 0;
  fail = null;
  seq = 0n;
  alone = true;
  store = {
    commit: async (rows: readonly CommitRow[], skipsHeld: boolean) => {
      const error = fail?.(rows);
      if (error) throw error;
      if (!skipsHeld && rows.some((row) => held.has(row.documentId))) {
        waits++;
        throw Object.assign(new Error('lock timeout'), { code: '55P03' });
      }
      commits.push(rows.filter((row) => !held.has(row.documentId)));
      return rows.map((row) => {
        if (held.has(row.documentId)) return 'held';
        return row.documentId.startsWith('gone') ? null : ++seq;
      });
    },
    epochs: async () => new Map([['gone-epoch', 2]]),
  } as unknown as DocumentStore;
  group = new GroupCommit(store, REALTIME_LIMITS, log, createRealtimeMetrics(), () => alone);
});

afterEach(() => {
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('RT-64 group commit', () => {
  it('stores what all rooms received in a window with one statement', async () => {
    const sources = Array.from({ length: 30 }, (_, i) => new Source(`d${i}`));
    for (let edit = 0; edit < 5; edit++) {
      for (const source of sources) {
        source.waiting.push(edit);
        group.wake(source);
      }
    }
    await pass(REALTIME_LIMITS.commitAloneMs);
    expect(commits).toHaveLength(1);
    expect(sources.every((source) => source.stored.join() === '0,1,2,3,4')).toBe(true);
  });

  it.each([
    ['alone', true, REALTIME_LIMITS.commitAloneMs],
    ['with other nodes, which hear of edits by commits', false, REALTIME_LIMITS.commitWindowMs],
  ])(
    'starts at once after a rest, then with an edit that finds the window over, or without one a little later: %s',
    async (_, isAlone, window) => {
      alone = isAlone;
      const source = new Source('d');
      const edit = async (thenPass: number) => {
        source.waiting.push(1);
        group.wake(source);
        await pass(thenPass);
        return commits.length;
      };
      expect(await edit(1)).toBe(1);
      expect(await edit(window)).toBe(1);
      expect(await edit(1)).toBe(2);
      expect(source.stored).toHaveLength(3);
      expect(await edit(window + REALTIME_LIMITS.commitSlackMs - 2)).toBe(2);
      await pass(2);
      expect(commits).toHaveLength(3);
    },
  );

  it.each([
    ['rows', { commitRows: 3 }, [3, 3, 1]],
    ['bytes', { commitBytes: 10 }, [2, 2, 2, 1]],
  ])(
    'RT-114 puts no more than so many %s into one statement; the others follow in the next',
    async (_, small, rows) => {
      const limits = { ...REALTIME_LIMITS, ...small };
      group = new GroupCommit(store, limits, log, createRealtimeMetrics(), () => alone);
      const sources = Array.from({ length: 7 }, (_, i) => new Source(`d${i}`));
      for (const source of sources) {
        source.waiting.push(1, 2, 3, 4, 5, 6);
        group.wake(source);
      }
      await pass(rows.length * (limits.commitAloneMs + limits.commitSlackMs));
      expect(commits.map((each) => each.length)).toEqual(rows);
      expect(sources.every((source) => source.stored.length === 6)).toBe(true);
    },
  );

  it('tries a failed commit again, unchanged and first, and tells of it once', async () => {
    const source = new Source('d');
    const end = Date.now() + 5_000;
    fail = () => (Date.now() < end ? new Error('connection lost') : null);
    for (let edit = 0; edit < 40; edit++) {
      source.waiting.push(edit);
      group.wake(source);
      await pass(100);
    }
    expect(source.stored).toEqual([]);
    expect(source.heard).toEqual(['failing']);
    expect(group.failing).toBe(true);
    await pass(10_000);
    expect(source.stored).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(source.heard).toEqual(['failing', 'healed']);
    expect(group.failing).toBe(false);
  });

  it('stores the others when one row is refused by the database', async () => {
    const sources = ['a', 'bad', 'c', 'd', 'e'].map((id) => new Source(id));
    fail = (rows) =>
      rows.some((row) => row.documentId === 'bad')
        ? Object.assign(new Error('bad'), { code: '22P05' })
        : null;
    for (const source of sources) {
      source.waiting.push(1);
      group.wake(source);
    }
    await pass(100);
    expect(sources.map((source) => source.stored.length)).toEqual([1, 0, 1, 1, 1]);
    expect(sources[1]?.heard).toEqual(['refused']);
    expect(commits.flat().map((row) => row.documentId)).toEqual(['a', 'c', 'd', 'e']);
  });

  it('RT-119 stores the others while a document is held elsewhere, and it as soon as it is let go', async () => {
    const [stuck, free] = [new Source('stuck'), new Source('free')];
    held.add('stuck');
    const edit = async (number: number) => {
      for (const source of [stuck, free]) {
        source.waiting.push(number);
        group.wake(source);
      }
      await pass(1_000);
    };
    await edit(1);
    expect(free.stored).toEqual([1]);
    expect(stuck.heard).toEqual([]);
    await edit(2);
    await edit(3);
    expect(free.stored).toEqual([1, 2, 3]);
    expect([waits, stuck.stored, stuck.heard, free.heard]).toEqual([1, [], ['failing'], []]);
    expect(group.failing).toBe(false);
    const drained = group.drain(1_000);
    held.clear();
    await pass(1_000);
    expect(await drained).toBe(true);
    expect(stuck.stored).toEqual([1, 2, 3]);
    expect(stuck.heard).toEqual(['failing', 'healed']);
    held.add('free');
    await edit(4);
    expect(waits).toBe(2);
  });

  it('stores one document’s rows of two rooms with two statements', async () => {
    const sources = [new Source('d'), new Source('d')];
    for (const [index, source] of sources.entries()) {
      source.waiting.push(index);
      group.wake(source);
    }
    await pass(2 * (REALTIME_LIMITS.commitAloneMs + REALTIME_LIMITS.commitSlackMs));
    expect(commits.map((each) => each.length)).toEqual([1, 1]);
    expect(sources.map((source) => source.stored)).toEqual([[0], [1]]);
  });

  it('tells a document that is gone from one whose content was erased', async () => {
    const [gone, erased] = [new Source('gone'), new Source('gone-epoch')];
    for (const source of [gone, erased]) {
      source.waiting.push(1);
      group.wake(source);
    }
    await pass(100);
    expect(gone.heard).toEqual(['gone']);
    expect(erased.heard).toEqual(['epoch']);
  });

  it('drains at once, and says when it could not', async () => {
    const source = new Source('d');
    source.waiting.push(1);
    group.wake(source);
    const drained = group.drain(1_000);
    await pass(1);
    expect(await drained).toBe(true);
    fail = () => new Error('away');
    source.waiting.push(2);
    group.wake(source);
    const failed = group.drain(1_000);
    await pass(1_100);
    expect(await failed).toBe(false);
    expect(source.stored).toEqual([1]);
  });
});
