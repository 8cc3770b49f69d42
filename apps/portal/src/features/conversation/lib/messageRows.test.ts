import type { Message } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Outgoing } from '../store/Outgoing';
import { messageRows } from './messageRows';

const ME = 'me';
const message = (seq: number, authorId: string, at: string, more: Partial<Message> = {}) =>
  ({
    id: `m${seq}`,
    seq,
    kind: 'text',
    author: { id: authorId },
    createdAt: at,
    deletedAt: null,
    replyCount: 0,
    ...more,
  }) as Message;
const drawn = (messages: Message[], newAfter: number | null = null, outgoing: Outgoing[] = []) =>
  messageRows({ messages, outgoing, meId: ME, newAfter, dayOf: (at) => at.slice(0, 10) }).map((row) =>
    'continues' in row && row.continues ? `+${row.key}` : row.key,
  );

describe('messageRows', () => {
  it('groups a person’s messages of five minutes, and begins anew after anything in between', () => {
    expect(
      drawn([
        message(1, 'a', '2026-11-22T23:59:00.000Z'),
        message(2, 'a', '2026-11-23T00:00:00.000Z'),
        message(3, 'a', '2026-11-23T00:04:59.000Z'),
        message(4, 'a', '2026-11-23T00:10:00.000Z'),
        message(5, 'b', '2026-11-23T00:10:01.000Z'),
        message(6, 'b', '2026-11-23T00:10:02.000Z', { replyCount: 1 }),
        message(7, 'b', '2026-11-23T00:10:03.000Z'),
        message(8, 'b', '2026-11-23T00:10:04.000Z', { kind: 'meetingStarted' }),
        message(9, 'b', '2026-11-23T00:10:05.000Z'),
      ]),
    ).toEqual(['day 2026-11-22', 'm1', 'day 2026-11-23', 'm2', '+m3', 'm4', 'm5', '+m6', 'm7', 'm8', 'm9']);
  });

  it('draws the line before the first message of another after the cursor, below a new day', () => {
    const messages = [
      message(1, 'a', '2026-11-22T10:00:00.000Z'),
      message(2, ME, '2026-11-22T10:00:01.000Z'),
      message(3, 'a', '2026-11-23T10:00:02.000Z'),
    ];
    expect(drawn(messages, 1)).toEqual(['day 2026-11-22', 'm1', 'm2', 'day 2026-11-23', 'new', 'm3']);
    expect(drawn(messages, 3)).not.toContain('new');
    expect(drawn(messages, null)).not.toContain('new');
  });

  it('shows what is on its way until the message itself is there', () => {
    const on = (id: string): Outgoing => ({
      id,
      body: 'x',
      at: '2026-11-23T10:01:00.000Z',
      state: 'sending',
      problem: null,
    });
    const messages = [message(1, ME, '2026-11-23T10:00:00.000Z')];
    expect(drawn(messages, null, [on('m1'), on('m2')])).toEqual(['day 2026-11-23', 'm1', '+m2']);
  });
});
