import { mentionMarkup } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../operation';
import { lockSpace } from '../spaces/lockSpace';
import { addReaction } from './addReaction';
import { type ConversationFixture, conversationFixture } from './conversationFixture';
import { deleteMessage } from './deleteMessage';
import { editMessage } from './editMessage';
import { getChannel } from './getChannel';
import { getMessage } from './getMessage';
import { listMessages } from './listMessages';
import { listReplies } from './listReplies';
import { moveReadCursor } from './moveReadCursor';
import { postMessage } from './postMessage';
import { postSystemMessage } from './postSystemMessage';
import { removeReaction } from './removeReaction';
import { startReadCursor } from './startReadCursor';
import { unreadMentions } from './unreadMentions';

let f: ConversationFixture;
beforeAll(async () => {
  f = await conversationFixture();
}, 60_000);
afterAll(() => f?.close());
beforeEach(() => f.newSpace());

const code = (expected: string) => ({ code: expected });
const page = (query: { before?: number; after?: number; around?: number; limit?: number } = {}) => ({
  channelId: f.channelId,
  query: { limit: 50, ...query },
});

describe('posting', () => {
  it('CV16 lets somebody come into the space while a message waits for it', async () => {
    const blocked = () =>
      f.database.$queryRaw<unknown[]>`SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    let posted: Promise<unknown> | undefined;
    await inTransaction(f.as(f.ines), async (op) => {
      await lockSpace(op, f.spaceId);
      posted = f.post(f.jonas, 'Who comes in?');
      await until(async () => (await blocked()).length > 0, 'the message waits');
      // Deadlocked, one of both would be given up by Postgres after a second.
      await startReadCursor(op, f.channelId, f.outsider);
    });
    await posted;
    const [{ deadlocks } = { deadlocks: 1n }] = await f.database.$queryRaw<{ deadlocks: bigint }[]>`
      SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
    expect(deadlocks).toBe(0n);
  });

  it('CV1 numbers 20 concurrent posters 1..n without gap, and tells of each in order', async () => {
    const writers = [f.ines, f.jonas];
    await Promise.all(
      Array.from({ length: 20 }, async (_, poster) => {
        for (let n = 0; n < 3; n += 1) {
          const op = f.as(writers[poster % 2] ?? f.ines);
          await postMessage(op, {
            channelId: f.channelId,
            id: newId(),
            body: `${poster}.${n}`,
            parentId: null,
          });
        }
      }),
    );
    const read = await listMessages(f.as(f.ines), page({ limit: 100 }));
    expect(read.items.map((message) => message.seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    const told = (await f.events(`space:${f.spaceId}`)).filter((event) => event.type === 'message.posted');
    expect(told.map(({ seq, messageId, authorId }) => ({ seq, messageId, authorId }))).toEqual(
      read.items.map(({ seq, id, author }) => ({ seq, messageId: id, authorId: author.id })),
    );
    expect((await getChannel(f.as(f.ines), { channelId: f.channelId })).lastSeq).toBe(60);
  });

  it('CV2 is one message for one id, also when both come at once', async () => {
    const input = { channelId: f.channelId, id: newId(), body: 'once', parentId: null };
    const answers = await Promise.all([
      postMessage(f.as(f.ines), input),
      postMessage(f.as(f.ines), input),
      postMessage(f.as(f.ines), { ...input, body: 'other words' }),
    ]);
    expect(new Set(answers.map((message) => `${message.id} ${message.seq} ${message.body}`)).size).toBe(1);
    expect((await listMessages(f.as(f.ines), page())).items).toHaveLength(1);
  });

  it('CV2 refuses an id taken by another person, thread or channel, and tells nothing of it', async () => {
    const root = await f.post(f.ines, 'secret words');
    const again = { channelId: f.channelId, id: root.id, body: 'mine', parentId: null };
    await expect(postMessage(f.as(f.jonas), again)).rejects.toMatchObject({
      ...code('conflict'),
      message: 'the id is taken',
    });
    const other = await f.post(f.ines, 'other');
    await expect(postMessage(f.as(f.ines), { ...again, parentId: other.id })).rejects.toMatchObject(
      code('conflict'),
    );
    await f.newSpace();
    await expect(postMessage(f.as(f.ines), { ...again, channelId: f.channelId })).rejects.toMatchObject({
      ...code('conflict'),
      message: 'the id is taken',
    });
    expect((await getChannel(f.as(f.ines), { channelId: f.channelId })).lastSeq).toBe(0);
  });

  it('raises the last activity of the space', async () => {
    const now = new Date('2027-01-02T03:04:05.000Z');
    await postMessage(f.as(f.ines, now), { channelId: f.channelId, id: newId(), body: 'x', parentId: null });
    const space = await f.database.space.findUniqueOrThrow({ where: { id: f.spaceId } });
    expect(space.lastActivityAt).toEqual(now);
  });
});

describe('rights', () => {
  it.each([
    ['reader', 'forbidden'],
    ['outsider', 'not_found'],
    ['expired', 'not_found'],
    ['anonymous', 'sign_in_required'],
  ] as const)('CV6 %s changes nothing: %s', async (who, expected) => {
    const message = await f.post(f.ines, 'words');
    const op = who === 'anonymous' ? f.asAnonymous() : f.as(f[who]);
    const attempts = [
      postMessage(op, { channelId: f.channelId, id: newId(), body: 'x', parentId: null }),
      postMessage(op, { channelId: f.channelId, id: newId(), body: 'x', parentId: message.id }),
      editMessage(op, { messageId: message.id, body: 'x' }),
      deleteMessage(op, { messageId: message.id }),
      addReaction(op, { messageId: message.id, emoji: '👍' }),
      removeReaction(op, { messageId: message.id, emoji: '👍' }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(code(expected));
    const reads = [
      getChannel(op, { channelId: f.channelId }),
      listMessages(op, page()),
      getMessage(op, { messageId: message.id }),
      listReplies(op, { messageId: message.id, query: { limit: 50 } }),
      moveReadCursor(op, { channelId: f.channelId, seq: 1, markUnread: false }),
    ];
    for (const read of reads)
      await (who === 'reader'
        ? expect(read).resolves.toBeDefined()
        : expect(read).rejects.toMatchObject(code(expected)));
    expect(await getMessage(f.as(f.ines), { messageId: message.id })).toEqual(message);
  });

  it('CV4 an owner takes down but does not rewrite, a member neither', async () => {
    const message = await f.post(f.jonas, 'words');
    await expect(editMessage(f.as(f.ines), { messageId: message.id, body: 'x' })).rejects.toMatchObject(
      code('forbidden'),
    );
    const own = await f.post(f.ines, 'words');
    await expect(deleteMessage(f.as(f.jonas), { messageId: own.id })).rejects.toMatchObject(
      code('forbidden'),
    );
    expect((await deleteMessage(f.as(f.ines), { messageId: message.id })).deletedAt).not.toBeNull();
  });

  it('CV3 a system message is changed by nobody and has no thread', async () => {
    await inTransaction(f.as(f.ines), (op) =>
      postSystemMessage(op, { channelId: f.channelId, kind: 'meetingStarted', authorId: f.ines }),
    );
    const [message] = (await listMessages(f.as(f.ines), page())).items;
    if (!message) throw new Error('no message');
    expect(message).toMatchObject({ kind: 'meetingStarted', seq: 1, author: { id: f.ines } });
    expect(message.abilities).toEqual({ read: true, reply: false, edit: false, delete: false, react: false });
    await expect(f.post(f.ines, 'x', message.id)).rejects.toMatchObject(code('forbidden'));
    expect(await f.events(`space:${f.spaceId}`)).toHaveLength(1);
  });
});

describe('threads', () => {
  it('CV3 one level: replies count on their root, a reply has none', async () => {
    const root = await f.post(f.ines, 'root');
    const first = await f.post(f.jonas, 'one', root.id);
    const second = await f.post(f.ines, 'two', root.id);
    await f.post(f.jonas, 'three', root.id);
    await expect(f.post(f.ines, 'x', first.id)).rejects.toMatchObject(code('forbidden'));
    await deleteMessage(f.as(f.ines), { messageId: second.id });
    const { items } = await listMessages(f.as(f.ines), page());
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ replyCount: 2, lastReplySeq: 4, repliers: [{ id: f.jonas }] });
    const replies = await listReplies(f.as(f.ines), { messageId: root.id, query: { limit: 2 } });
    expect(replies.items.map(({ seq, body }) => ({ seq, body }))).toEqual([
      { seq: 3, body: '' },
      { seq: 4, body: 'three' },
    ]);
    expect(replies).toMatchObject({ hasBefore: true, hasAfter: false });
  });

  it('does not answer a message of another channel', async () => {
    const root = await f.post(f.ines, 'root');
    await f.newSpace();
    await expect(f.post(f.ines, 'x', root.id)).rejects.toMatchObject(code('not_found'));
  });
});

describe('changing', () => {
  it('CV4 edits text and mentions, and says so', async () => {
    const message = await f.post(f.ines, `hello ${mentionMarkup(f.jonas, 'x')}`);
    expect((await unreadMentions(f.as(f.jonas), 6)).map((mention) => mention.excerpt)).toEqual([
      'hello @Jonas Weber',
    ]);
    const edited = await editMessage(f.as(f.ines), { messageId: message.id, body: '**Éclair**' });
    expect(edited).toMatchObject({ body: '**Éclair**', editedAt: expect.any(String) });
    expect(await unreadMentions(f.as(f.jonas), 6)).toEqual([]);
    expect(await f.searchText(message.id)).toBe('eclair');
    expect((await f.events(`space:${f.spaceId}`)).at(-1)).toMatchObject({
      type: 'message.changed',
      messageId: message.id,
    });
  });

  it('CV4 deletes text, search text, mentions and reactions, keeps the place and the replies', async () => {
    const message = await f.post(f.ines, `hello ${mentionMarkup(f.jonas, 'x')}`);
    await addReaction(f.as(f.jonas), { messageId: message.id, emoji: '👍' });
    await f.post(f.jonas, 'reply', message.id);
    const deleted = await deleteMessage(f.as(f.ines), { messageId: message.id });
    expect(deleted).toMatchObject({
      body: '',
      seq: 1,
      reactions: [],
      replyCount: 1,
      deletedAt: expect.any(String),
    });
    expect(await f.searchText(message.id)).toBe('');
    expect(await unreadMentions(f.as(f.jonas), 6)).toEqual([]);
    await expect(editMessage(f.as(f.ines), { messageId: message.id, body: 'x' })).rejects.toMatchObject(
      code('forbidden'),
    );
    await expect(deleteMessage(f.as(f.ines), { messageId: message.id })).rejects.toMatchObject(
      code('forbidden'),
    );
  });

  it('CV5 reacts once a person and emoji, and has a limit of kinds', async () => {
    const message = await f.post(f.ines, 'x');
    await addReaction(f.as(f.ines), { messageId: message.id, emoji: '👍' });
    await addReaction(f.as(f.ines), { messageId: message.id, emoji: '👍' });
    const both = await addReaction(f.as(f.jonas), { messageId: message.id, emoji: '👍' });
    expect(both.reactions).toEqual([
      { emoji: '👍', count: 2, mine: true, people: ['Ines Moreau', 'Jonas Weber'] },
    ]);
    expect(
      (await f.events(`space:${f.spaceId}`)).filter((event) => event.type === 'message.changed'),
    ).toHaveLength(2);
    const less = await removeReaction(f.as(f.ines), { messageId: message.id, emoji: '👍' });
    expect(less.reactions).toEqual([{ emoji: '👍', count: 1, mine: false, people: ['Jonas Weber'] }]);
    const kinds = Array.from({ length: 25 }, (_, n) => String.fromCodePoint(0x1f600 + n));
    const done = await Promise.allSettled(
      kinds.map((emoji) => addReaction(f.as(f.ines), { messageId: message.id, emoji })),
    );
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(19);
    expect((await getMessage(f.as(f.ines), { messageId: message.id })).reactions).toHaveLength(20);
  });
});
