import type { Message } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import type { ProblemCode } from '@/lib/ApiProblem';
import { Outbox } from './Outbox';
import type { Outgoing } from './Outgoing';

/** An outbox over a server that answers when told to, and a browser's storage. */
function house(kept: readonly Outgoing[] | null = null) {
  const waiting: { id: string; answer: (problem?: ProblemCode) => void }[] = [];
  const storage = { value: kept };
  const sent: string[] = [];
  const outbox = new Outbox({
    post: ({ id }) =>
      new Promise((resolve, reject) => {
        waiting.push({ id, answer: (problem) => (problem ? reject(problem) : resolve({ id } as Message)) });
      }),
    problemOf: (error) => error as ProblemCode,
    kept: {
      read: () => storage.value,
      write: (value) => {
        storage.value = value;
      },
    },
    onChange: () => {},
    onSent: ({ id }) => sent.push(id),
  });
  const answer = async (problem?: ProblemCode) => {
    waiting.shift()?.answer(problem);
    await new Promise(setImmediate);
  };
  return { outbox, waiting, storage, sent, answer };
}
const at = '2026-11-23T10:00:00.000Z';

describe('CV14 Outbox', () => {
  it('sends one after the other, in the order written', async () => {
    const { outbox, waiting, sent, answer, storage } = house();
    outbox.send('a', 'one', at);
    outbox.send('b', 'two', at);
    expect(waiting.map(({ id }) => id)).toEqual(['a']);
    await answer();
    expect(waiting.map(({ id }) => id)).toEqual(['b']);
    await answer();
    expect(sent).toEqual(['a', 'b']);
    expect([outbox.items, storage.value]).toEqual([[], null]);
  });

  it('keeps what failed, with its reason and its id, and goes on with the next', async () => {
    const { outbox, sent, answer, storage } = house();
    outbox.send('a', 'one', at);
    outbox.send('b', 'two', at);
    await answer('too_many_requests');
    await answer();
    expect(sent).toEqual(['b']);
    const failed = { id: 'a', body: 'one', at, state: 'failed', problem: 'too_many_requests' };
    expect([outbox.items, storage.value]).toEqual([[failed], [failed]]);
    outbox.retryPassing();
    expect(outbox.items).toEqual([failed]);
    outbox.retry('a');
    await answer();
    expect(sent).toEqual(['b', 'a']);
  });

  it('sends again by itself what only the connection held up', async () => {
    const { outbox, sent, answer } = house();
    outbox.send('a', 'one', at);
    await answer('offline');
    outbox.retryPassing();
    await answer();
    expect(sent).toEqual(['a']);
  });

  it('takes up what an earlier page left', async () => {
    const { outbox, sent, answer } = house([{ id: 'a', body: 'one', at, state: 'sending', problem: null }]);
    outbox.start();
    await answer();
    expect(sent).toEqual(['a']);
  });

  it('discards only what was thrown away', () => {
    const { outbox, storage } = house([
      { id: 'a', body: 'one', at, state: 'failed', problem: 'forbidden' },
      { id: 'b', body: 'two', at, state: 'failed', problem: 'forbidden' },
    ]);
    outbox.start();
    expect(outbox.discard('a')).toBe('one');
    expect(storage.value?.map(({ id }) => id)).toEqual(['b']);
  });
});
