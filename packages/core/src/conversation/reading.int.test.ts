import { documentMarkup, type LiveEvent, mentionMarkup } from '@hemicycle/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addReaction } from './addReaction';
import { type ConversationFixture, conversationFixture } from './conversationFixture';
import { deleteMessage } from './deleteMessage';
import { getChannel } from './getChannel';
import { getMessage } from './getMessage';
import { listMessages } from './listMessages';
import { moveReadCursor } from './moveReadCursor';
import { postSystemMessage } from './postSystemMessage';
import { startReadCursor } from './startReadCursor';
import { unreadCounts } from './unreadCounts';
import { unreadMentions } from './unreadMentions';

let f: ConversationFixture;
beforeAll(async () => {
  f = await conversationFixture();
}, 60_000);
afterAll(() => f?.close());
beforeEach(() => f.newSpace());

const page = (query: { before?: number; after?: number; around?: number; limit?: number } = {}) => ({
  channelId: f.channelId,
  query: { limit: 50, ...query },
});

describe('mentions and documents', () => {
  it('CV7 names members under their own names, others become plain text', async () => {
    const body = `${mentionMarkup(f.jonas, 'The Minister')} ${mentionMarkup(f.outsider, 'Out_sider')} ${mentionMarkup(f.expired, 'E')} ${mentionMarkup(f.ines, 'me')}`;
    const message = await f.post(f.ines, body);
    expect(message.body).toBe(
      `${mentionMarkup(f.jonas, 'Jonas Weber')} @Out\\_sider @E ${mentionMarkup(f.ines, 'Ines Moreau')}`,
    );
    expect((await getMessage(f.as(f.jonas), { messageId: message.id })).mentionsMe).toBe(true);
    expect(message.mentionsMe).toBe(false);
    expect(await unreadMentions(f.as(f.outsider), 6)).toEqual([]);
  });

  it('CV8 shows a linked document only to who may read it, its title neither in the text nor in search', async () => {
    const hidden = await f.document('Dismissals 2027', f.ines);
    const shared = await f.document('Open plan');
    const message = await f.post(f.ines, `${documentMarkup(hidden, 'x')} and ${documentMarkup(shared, 'y')}`);
    expect(message.documents.map((document) => document.title)).toEqual(['Dismissals 2027', 'Open plan']);
    const seen = await getMessage(f.as(f.jonas), { messageId: message.id });
    expect(seen.documents.map((document) => document.title)).toEqual(['Open plan']);
    expect(JSON.stringify(seen)).not.toContain('Dismissals');
    expect(await f.searchText(message.id)).toBe('and');
    await expect(f.post(f.jonas, documentMarkup(hidden, 'guess'))).resolves.toMatchObject({
      body: 'guess',
      documents: [],
    });
    await f.database.document.update({ where: { id: shared }, data: { trashedAt: new Date() } });
    expect((await getMessage(f.as(f.reader), { messageId: message.id })).documents).toEqual([]);
  });
});

describe('unread', () => {
  it('CV9 is derived from the sequence and the cursor; own, deleted and system messages do not count', async () => {
    const first = await f.post(f.jonas, 'one');
    await f.post(f.ines, 'own');
    await f.post(f.jonas, `reply ${mentionMarkup(f.ines, 'I')}`, first.id);
    const gone = await f.post(f.jonas, `gone ${mentionMarkup(f.ines, 'I')}`);
    await deleteMessage(f.as(f.jonas), { messageId: gone.id });
    await postSystemMessage(f.as(f.jonas), {
      channelId: f.channelId,
      kind: 'meetingStarted',
      authorId: f.jonas,
    });
    const counts = await unreadCounts(f.as(f.ines), [f.channelId]);
    expect(counts.get(f.channelId)).toEqual({ readSeq: 0, unreadCount: 2, mentionCount: 1 });
    const channel = await moveReadCursor(f.as(f.ines), { channelId: f.channelId, seq: 1, markUnread: false });
    expect(channel).toMatchObject({ readSeq: 1, unreadCount: 1, mentionCount: 1, lastSeq: 5 });
  });

  it('CV9 the cursor never moves back by seeing, nor past the end; marking unread puts it where asked', async () => {
    for (const body of ['a', 'b', 'c']) await f.post(f.jonas, body);
    const move = (seq: number, markUnread = false) =>
      moveReadCursor(f.as(f.ines), { channelId: f.channelId, seq, markUnread });
    expect((await move(2)).readSeq).toBe(2);
    expect((await move(1)).readSeq).toBe(2);
    expect((await move(99)).readSeq).toBe(3);
    expect(await move(1, true)).toMatchObject({ readSeq: 1, unreadCount: 2 });
    const moves = (await f.events(`user:${f.ines}`)).filter(
      (event) => 'channelId' in event && event.channelId === f.channelId,
    );
    expect(moves.map((event) => (event as Extract<LiveEvent, { type: 'cursor.moved' }>).seq)).toEqual([
      2, 3, 1,
    ]);
    expect((await f.events(`space:${f.spaceId}`)).every((event) => event.type === 'message.posted')).toBe(
      true,
    );
  });

  it('CV9 takes the highest of many reports at once', async () => {
    for (let n = 0; n < 5; n += 1) await f.post(f.jonas, 'x');
    await Promise.all(
      [3, 5, 1, 4, 2].map((seq) =>
        moveReadCursor(f.as(f.ines), { channelId: f.channelId, seq, markUnread: false }),
      ),
    );
    expect((await getChannel(f.as(f.ines), { channelId: f.channelId })).readSeq).toBe(5);
  });

  it('CV10 what was said before somebody came is not unread', async () => {
    await f.post(f.jonas, 'history');
    await startReadCursor(f.as(f.ines), f.channelId, f.reader);
    await f.post(f.jonas, 'news');
    expect((await getChannel(f.as(f.reader), { channelId: f.channelId })).unreadCount).toBe(1);
  });
});

describe('reading', () => {
  it('CV12 pages back, forward, around, and finds a reply at its root', async () => {
    const posted = [];
    for (let n = 1; n <= 9; n += 1) posted.push(await f.post(f.ines, `${n}`));
    const reply = await f.post(f.ines, 'reply', posted[3]?.id);
    const read = async (query: Parameters<typeof page>[0]) => {
      const { items, hasBefore, hasAfter, focus } = await listMessages(f.as(f.ines), page(query));
      return { seqs: items.map((message) => message.seq), hasBefore, hasAfter, focus };
    };
    expect(await read({ limit: 3 })).toEqual({
      seqs: [7, 8, 9],
      hasBefore: true,
      hasAfter: false,
      focus: null,
    });
    expect(await read({ before: 7, limit: 6 })).toEqual({
      seqs: [1, 2, 3, 4, 5, 6],
      hasBefore: false,
      hasAfter: true,
      focus: null,
    });
    expect(await read({ after: 7, limit: 2 })).toEqual({
      seqs: [8, 9],
      hasBefore: true,
      hasAfter: false,
      focus: null,
    });
    expect(await read({ after: 0, limit: 2 })).toEqual({
      seqs: [1, 2],
      hasBefore: false,
      hasAfter: true,
      focus: null,
    });
    expect(await read({ around: 5, limit: 4 })).toEqual({
      seqs: [4, 5, 6, 7],
      hasBefore: true,
      hasAfter: true,
      focus: { id: posted[4]?.id, parentId: null },
    });
    expect(await read({ around: reply.seq, limit: 2 })).toEqual({
      seqs: [4, 5],
      hasBefore: true,
      hasAfter: true,
      focus: { id: reply.id, parentId: posted[3]?.id },
    });
  });

  it('CV11 reads a page in a number of queries that does not grow with it', async () => {
    const document = await f.document('Plan');
    const fill = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const root = await f.post(
          n % 2 ? f.ines : f.jonas,
          `${documentMarkup(document, 'x')} ${mentionMarkup(f.ines, 'I')}`,
        );
        await f.post(f.ines, 'reply', root.id);
        await addReaction(f.as(f.ines), { messageId: root.id, emoji: '👍' });
      }
    };
    await fill(2);
    const few = await f.countQueries((op) => listMessages(op, page()));
    await fill(20);
    const many = await f.countQueries((op) => listMessages(op, page()));
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(10);
  });
});
