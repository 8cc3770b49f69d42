import { LIMITS, NOTIFICATION_DEFAULTS, type NotificationSettings } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deleteMessage, editMessage, moveReadCursor, postMessage } from '../conversation';
import { inTransaction, type Operation } from '../operation';
import { grantAccess, requestAccess } from '../sharing';
import { removeMember } from '../spaces';
import {
  countUnread,
  listNotifications,
  readDigest,
  readNotifications,
  setNotificationSettings,
  tellDocumentMentions,
} from '.';

let world: TestWorld;
let owner: TestPerson;
let space: TestSpace;
let count = 0;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  owner = await world.person(`Owner ${++count}`);
  space = await world.space(owner, `Harbours ${count}`);
});

const member = async (): Promise<TestPerson> => {
  const person = await world.person(`Member ${++count}`);
  await world.database.grant.create({
    data: { id: newId(), resourceType: 'space', resourceId: space.id, userId: person.id, role: 'editor' },
  });
  return person;
};
const list = async (person: TestPerson, limit = 50) =>
  (await listNotifications(world.as(person), { limit })).items;
const naming = (person: TestPerson, words = 'look'): string => `@[x](user:${person.id}) ${words}`;
const answer = (person: TestPerson, parentId: string, body = 'yes') =>
  postMessage(world.as(person), { channelId: space.channelId, id: newId(), body, parentId });
const wish = (person: TestPerson, changes: Partial<NotificationSettings>) =>
  setNotificationSettings(world.as(person), { ...NOTIFICATION_DEFAULTS, ...changes });
const planned = (person: TestPerson) =>
  world.database.mailJob.findMany({ where: { key: `notifications:${person.id}` }, select: { dueAt: true } });

describe('notifications', () => {
  it('NTF-10 tells of a mention, an answer, access given and access asked for: once, and not of one’s own deeds', async () => {
    const reader = await member();
    const outsider = await world.person(`Outsider ${++count}`);
    const messageId = await world.message(owner, space.channelId, naming(reader));
    await editMessage(world.as(owner), { messageId, body: naming(reader, 'look again') });
    const own = await world.message(reader, space.channelId, `${naming(reader)} ${naming(outsider)}`);
    await answer(owner, own);
    await answer(reader, own);
    const documentId = await world.document(owner, space.id, 'Plan');
    const document = { resourceType: 'document', resourceId: documentId } as const;
    await requestAccess(world.as(outsider), { ...document, role: 'reader', message: '' });
    await requestAccess(world.as(outsider), { ...document, role: 'editor', message: '' });
    const to = {
      subject: { type: 'person', userId: outsider.id } as const,
      role: 'reader' as const,
      expiresAt: null,
    };
    await grantAccess(world.as(owner), { ...document, ...to });
    const told = async (person: TestPerson) =>
      (await list(person)).map(({ kind, actor, place }) => [kind, actor?.name, place?.title]);
    expect(await told(reader)).toEqual([
      ['reply', owner.name, `Harbours ${count - 2}`],
      ['mention', owner.name, `Harbours ${count - 2}`],
    ]);
    expect(await told(owner)).toEqual([['request', outsider.name, 'Plan']]);
    expect(await told(outsider)).toEqual([['invitation', owner.name, 'Plan']]);
  });

  it('NTF-11 is told with the thing itself, or not at all', async () => {
    const reader = await member();
    const failing = inTransaction(world.as(owner), async (op) => {
      const message = { channelId: space.channelId, id: newId(), body: naming(reader), parentId: null };
      await postMessage(op, message);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await list(reader)).toEqual([]);
    expect(await planned(reader)).toEqual([]);
  });

  it('NTF-12 tells nothing of what one may no longer see: no title, no words, nobody, in the bell or by mail', async () => {
    const reader = await member();
    const messageId = await world.message(owner, space.channelId, naming(reader, 'zirkonium'));
    const documentId = await world.document(owner, space.id, 'Zirkonium plan');
    const outsider = await world.person(`Outsider ${++count}`);
    const key = { resourceType: 'document', resourceId: documentId } as const;
    await requestAccess(world.as(outsider), { ...key, role: 'reader', message: '' });
    await removeMember(world.as(owner), { spaceId: space.id, userId: reader.id });
    expect(await list(reader)).toMatchObject([{ kind: 'mention', actor: null, place: null }]);
    expect(await readDigest(world.as(owner), reader.id)).toBeNull();
    // A request is told as long as one may answer it.
    expect(await list(owner)).toMatchObject([{ kind: 'request', place: { title: 'Zirkonium plan' } }]);
    await world.database.grant.updateMany({ where: { userId: owner.id }, data: { role: 'editor' } });
    expect(await list(owner)).toMatchObject([{ kind: 'request', actor: null, place: null }]);
    await world.database.grant.updateMany({ where: { userId: owner.id }, data: { role: 'owner' } });
    await deleteMessage(world.as(owner), { messageId });
    expect(await list(reader)).toEqual([]);
  });

  it('NTF-12 what one may no longer see stands before nothing else in a mail', async () => {
    const reader = await member();
    const ids = Array.from({ length: LIMITS.mailedNotifications + 1 }, () => newId());
    await world.database.notification.createMany({
      data: ids.map((id) => ({ id, userId: reader.id, kind: 'invitation', spaceId: space.id, key: id })),
    });
    await removeMember(world.as(owner), { spaceId: space.id, userId: reader.id });
    const there = await world.space(owner, 'Quays', [[reader, 'editor']]);
    await world.message(owner, there.channelId, naming(reader));
    const digest = await readDigest(world.as(owner), reader.id);
    expect(digest?.notifications.map(({ kind, place }) => [kind, place?.title])).toEqual([
      ['invitation', 'Quays'],
      ['mention', 'Quays'],
    ]);
  });

  it('NTF-13 is read on every device at once; what came meanwhile, and others’, is not', async () => {
    const [reader, other] = [await member(), await member()];
    const posted = [];
    for (let i = 0; i < 3; i += 1) {
      posted.push(await world.message(owner, space.channelId, `${naming(reader)} ${naming(other)}`));
    }
    const [newest, middle] = await list(reader);
    const [foreign] = await list(other);
    const op: Operation = world.as(reader);
    const before = await world.database.outboxEvent.count({ where: { topic: `user:${reader.id}` } });
    expect(await readNotifications(op, { ids: [foreign?.id ?? ''] })).toEqual({ count: 3 });
    expect(await readNotifications(op, { through: middle?.id ?? '' })).toEqual({ count: 1 });
    expect((await list(reader)).map(({ read }) => read)).toEqual([false, true, true]);
    const heard = await world.database.outboxEvent.findMany({
      where: { topic: `user:${reader.id}` },
      skip: before,
    });
    expect(heard.map(({ event }) => event)).toEqual([{ type: 'notifications.changed', userId: reader.id }]);
    // Seeing the message in the conversation is reading of it.
    await moveReadCursor(op, { channelId: space.channelId, seq: 3, markUnread: false });
    expect(await countUnread(op)).toEqual({ count: 0 });
    expect(await countUnread(world.as(other))).toEqual({ count: 3 });
    expect(newest?.read).toBe(false);
    // So is opening the document; a request waits until it is looked at.
    const documentId = await world.document(owner, space.id, 'Plan');
    const outsider = await world.person(`Outsider ${++count}`);
    const document = { resourceType: 'document', resourceId: documentId } as const;
    const to = {
      subject: { type: 'person', userId: outsider.id } as const,
      role: 'reader' as const,
      expiresAt: null,
    };
    await requestAccess(world.as(outsider), { ...document, role: 'reader', message: '' });
    await grantAccess(world.as(owner), { ...document, ...to });
    expect(await readNotifications(world.as(outsider), { documentId })).toEqual({ count: 0 });
    expect(await readNotifications(world.as(owner), { documentId })).toEqual({ count: 1 });
  });

  it('NTF-14 comes in pages, newest first, each once', async () => {
    const reader = await member();
    for (let i = 0; i < 5; i += 1) await world.message(owner, space.channelId, naming(reader, `no. ${i}`));
    const words: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listNotifications(world.as(reader), { limit: 2, ...(cursor && { cursor }) });
      words.push(...page.items.map(({ place }) => place?.message?.excerpt));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(words.map((text) => text?.at(-1))).toEqual(['4', '3', '2', '1', '0']);
  });

  it('NTF-15 a document tells whom it names, if they may read it: once until they looked, and again when named again', async () => {
    const [reader, outsider] = [await member(), await world.person(`Outsider ${++count}`)];
    const documentId = await world.document(owner, space.id, 'Plan');
    const name = async (person: TestPerson, times: number) =>
      world.database.documentMention.upsert({
        where: { documentId_userId: { documentId, userId: person.id } },
        create: { documentId, userId: person.id, count: times, namedById: owner.id },
        update: { count: times, toldAt: null },
      });
    await name(reader, 1);
    await name(outsider, 1);
    await name(owner, 1);
    await tellDocumentMentions(world.as(owner));
    await name(reader, 2);
    await tellDocumentMentions(world.as(owner));
    expect(await list(reader)).toMatchObject([
      { kind: 'mention', actor: { name: owner.name }, place: { documentId, title: 'Plan' } },
    ]);
    expect(await list(outsider)).toEqual([]);
    expect(await list(owner)).toEqual([]);
    await readNotifications(world.as(reader), { ids: (await list(reader)).map(({ id }) => id) });
    await name(reader, 3);
    await tellDocumentMentions(world.as(owner));
    expect((await list(reader)).map(({ read }) => read)).toEqual([false, true]);
  });

  it('NTF-16 each kind is told as the person wants it: by mail, in the bell only, or not at all', async () => {
    const [mailed, belled, deaf] = [await member(), await member(), await member()];
    await wish(belled, { ways: { ...NOTIFICATION_DEFAULTS.ways, mention: 'bell' } });
    await wish(deaf, { ways: { ...NOTIFICATION_DEFAULTS.ways, mention: 'none' } });
    await world.message(owner, space.channelId, [mailed, belled, deaf].map((one) => naming(one)).join(' '));
    expect([(await list(mailed)).length, (await list(belled)).length, (await list(deaf)).length]).toEqual([
      1, 1, 0,
    ]);
    expect((await planned(mailed)).length).toBe(1);
    expect(await planned(belled)).toEqual([]);
    await wish(mailed, { mail: 'off' });
    expect(await planned(mailed)).toEqual([]);
    await wish(mailed, { mail: 'immediately', quiet: null });
    const [job] = await planned(mailed);
    expect(job?.dueAt.getTime()).toBeLessThan(Date.now() + 120_000);
  });

  it.each([
    // what, zone, now, daily hour, quiet from, until, expected
    ['daily', 'Europe/Paris', '2026-07-01T05:59:00Z', 8, null, null, '2026-07-01T06:00:00Z'],
    ['daily', 'Europe/Paris', '2026-07-01T06:00:00Z', 8, null, null, '2026-07-02T06:00:00Z'],
    // The clock goes back in the night: eight in the morning is an hour later than a day.
    ['daily', 'Europe/Paris', '2026-10-24T07:00:00Z', 8, null, null, '2026-10-25T07:00:00Z'],
    ['daily', 'Pacific/Auckland', '2026-06-30T21:00:00Z', 8, null, null, '2026-07-01T20:00:00Z'],
    ['immediately', 'Europe/Paris', '2026-07-01T10:00:00Z', 8, 20, 7, '2026-07-01T10:01:00Z'],
    ['immediately', 'Europe/Paris', '2026-07-01T18:30:00Z', 8, 20, 7, '2026-07-02T05:00:00Z'],
    ['immediately', 'Europe/Paris', '2026-07-01T02:00:00Z', 8, 20, 7, '2026-07-01T05:00:00Z'],
    ['immediately', 'Europe/Paris', '2026-07-01T10:30:00Z', 8, 12, 14, '2026-07-01T12:00:00Z'],
    ['daily', 'Europe/Paris', '2026-07-01T10:00:00Z', 6, 20, 7, '2026-07-02T05:00:00Z'],
    // Unknown to this PostgreSQL: better by another clock than not at all.
    ['immediately', 'Mars/Olympus', '2026-07-01T10:00:00Z', 8, null, null, '2026-07-01T10:01:00Z'],
    ['off', 'Europe/Paris', '2026-07-01T10:00:00Z', 8, null, null, null],
  ])(
    'NTF-17 mail (%s) in %s at %s keeps to the clock on the wall',
    async (mail, zone, now, hour, from, until, expected) => {
      const [row] = await world.database.$queryRaw<{ due: Date | null }[]>`
      SELECT mail_due(${new Date(now)}::timestamptz, interval '1 minute', ${mail}, ${hour}::int, ${zone}, ${from}::int,
        ${until}::int) AS due`;
      expect(row?.due?.toISOString().replace('.000', '') ?? null).toBe(expected);
    },
  );
});
