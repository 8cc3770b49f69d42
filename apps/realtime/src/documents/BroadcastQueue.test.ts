import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BroadcastQueue } from './BroadcastQueue';
import { TickWriter } from './TickWriter';

const PACE = { pacedReceivers: 3, paceMs: 30, paceSlackMs: 20, paceFrames: 4 };

/** Somebody who writes down what each write to their socket held. */
function receiver() {
  const writes: string[] = [];
  return {
    closed: false,
    writes,
    writer: { writeNow: (frame: Buffer | null) => void (frame && writes.push(frame.toString())) },
  };
}

function room(people: number) {
  const receivers = Array.from({ length: people }, receiver);
  const queue = new BroadcastQueue(new Set(receivers), new TickWriter(), PACE);
  const [writer, second, reader] = receivers as [Person, Person, Person];
  const say = (text: string, from = writer) => queue.add(Buffer.from(text), from);
  return { queue, say, writer, second, reader };
}
type Person = ReturnType<typeof receiver>;

/** Turns of the event loop go by, and time. */
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('RT-109 the pace of a room with many people', () => {
  it('lets a lone edit go in its turn, however many people there are', async () => {
    const { say, reader, writer } = room(20);
    for (const text of ['a', 'b', 'c']) {
      say(text);
      await pass(1);
      expect(reader.writes.at(-1)).toBe(text);
      await pass(PACE.paceMs);
    }
    expect(reader.writes).toEqual(['a', 'b', 'c']);
    expect(writer.writes).toEqual([]);
  });

  it('gathers what follows too soon, in order and for each all but their own, and never longer than its pace and the slack', async () => {
    const { say, writer, second, reader } = room(20);
    say('a');
    await pass(10);
    say('b');
    await pass(10);
    say('c', second);
    await pass(PACE.paceMs + PACE.paceSlackMs - 21);
    expect(reader.writes).toEqual(['a']);
    await pass(2);
    expect(reader.writes).toEqual(['a', 'bc']);
    expect(writer.writes).toEqual(['c']);
    expect(second.writes).toEqual(['a', 'b']);
  });

  it('takes what waits along with the first that comes after its pace', async () => {
    const { say, second, reader } = room(20);
    say('a');
    await pass(20);
    say('b');
    await pass(PACE.paceMs - 19);
    expect(reader.writes).toEqual(['a']);
    say('c', second);
    await pass(1);
    expect(reader.writes).toEqual(['a', 'bc']);
    await pass(PACE.paceMs + PACE.paceSlackMs);
    expect(reader.writes).toEqual(['a', 'bc']);
  });

  it('waits no longer once enough has come', async () => {
    const { say, reader } = room(20);
    say('a');
    await pass(1);
    for (const text of ['b', 'c', 'd']) say(text);
    await pass(5);
    expect(reader.writes).toEqual(['a']);
    say('e');
    await pass(1);
    expect(reader.writes).toEqual(['a', 'bcde']);
    say('f');
    await pass(PACE.paceMs + PACE.paceSlackMs + 1);
    expect(reader.writes).toEqual(['a', 'bcde', 'f']);
  });

  it('leaves a room with few people as it is: every turn is written', async () => {
    const { say, reader } = room(3);
    for (const text of ['a', 'b', 'c']) {
      say(text);
      await pass(1);
    }
    expect(reader.writes).toEqual(['a', 'b', 'c']);
  });

  it('writes what waits when it is told to, once', async () => {
    const { queue, say, reader } = room(20);
    say('a');
    await pass(1);
    say('b');
    queue.flush();
    expect(reader.writes).toEqual(['a', 'b']);
    await pass(PACE.paceMs * 2);
    expect(reader.writes).toEqual(['a', 'b']);
  });
});
