import type { Role } from '@hemicycle/contracts';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeGrant, grantAccess } from '../sharing';
import { addMember } from './addMember';
import { changeMember } from './changeMember';
import { getSpace } from './getSpace';
import { listMembers } from './listMembers';
import { listSpaces } from './listSpaces';
import { removeMember } from './removeMember';

let world: TestWorld;
let ines: TestPerson;
let jonas: TestPerson;
let piotr: TestPerson;
beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
  jonas = await world.person('Jonas Weber');
  piotr = await world.person('Piotr Kowalski');
});
afterAll(() => world?.close());

const code = (expected: string) => ({ code: expected });
const ownersOf = async (space: TestSpace): Promise<(string | null)[]> =>
  (await world.database.grant.findMany({ where: { resourceId: space.id, role: 'owner' } })).map(
    ({ userId }) => userId,
  );

describe('the last owner', () => {
  it('cannot leave, be removed or step down', async () => {
    const space = await world.space(ines, 'Alone', [[jonas, 'editor']]);
    const op = world.as(ines);
    await expect(removeMember(op, { spaceId: space.id, userId: ines.id })).rejects.toMatchObject(
      code('last_owner'),
    );
    await expect(
      changeMember(op, { spaceId: space.id, userId: ines.id, role: 'editor' }),
    ).rejects.toMatchObject(code('last_owner'));
    expect(await ownersOf(space)).toEqual([ines.id]);
  });

  it('remains when two owners remove each other at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const space = await world.space(ines, `Race ${round}`, [[jonas, 'owner']]);
      const outcomes = await Promise.allSettled([
        removeMember(world.as(ines), { spaceId: space.id, userId: jonas.id }),
        removeMember(world.as(jonas), { spaceId: space.id, userId: ines.id }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await ownersOf(space)).toHaveLength(1);
    }
  });

  it('remains when two owners leave and step down at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const space = await world.space(ines, `Leave ${round}`, [[jonas, 'owner']]);
      await Promise.allSettled([
        removeMember(world.as(ines), { spaceId: space.id, userId: ines.id }),
        changeMember(world.as(jonas), { spaceId: space.id, userId: jonas.id, role: 'reader' }),
      ]);
      expect(await ownersOf(space)).toHaveLength(1);
    }
  });

  it('is not somebody who can no longer sign in, or only for a while', async () => {
    const gone = await world.person('Gone Tomorrow');
    const space = await world.space(ines, 'Disabled', [[gone, 'owner']]);
    await world.database.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    await expect(removeMember(world.as(ines), { spaceId: space.id, userId: ines.id })).rejects.toMatchObject(
      code('last_owner'),
    );
  });
});

it('ACC-23 are given nothing for longer than who adds or changes them is there, and no guest is made an owner', async () => {
  const space = await world.space(ines, 'For a while', [
    [jonas, 'owner'],
    [piotr, 'reader'],
  ]);
  const guest = await world.person('Gast', { organisationRole: 'guest' });
  const soon = new Date(Date.now() + 3_600_000);
  const where = { resourceId: space.id, userId: jonas.id };
  const add = (by: TestPerson, role: Role) =>
    addMember(world.as(by), { spaceId: space.id, userId: guest.id, role });
  await expect(add(ines, 'owner')).rejects.toMatchObject(code('forbidden'));
  await world.database.grant.updateMany({ where, data: { expiresAt: soon } });
  await expect(add(jonas, 'reader')).rejects.toMatchObject(code('more_than_held'));
  const change = { spaceId: space.id, userId: piotr.id, role: 'owner' } as const;
  await expect(changeMember(world.as(jonas), change)).rejects.toMatchObject(code('more_than_held'));
  await add(ines, 'reader');
  await expect(
    changeMember(world.as(ines), { spaceId: space.id, userId: guest.id, role: 'owner' }),
  ).rejects.toMatchObject(code('forbidden'));
});

it('GST-8 a guest who is added, or given something without an end, holds it for a year at most', async () => {
  const space = await world.space(ines, 'With a guest');
  const guest = await world.person('Gast auf Zeit', { organisationRole: 'guest' });
  const held = () => world.database.grant.findFirstOrThrow({ where: { userId: guest.id } });
  const isBounded = async () =>
    expect((await held()).expiresAt?.getTime()).toBeLessThan(Date.now() + 367 * 86_400_000);
  await addMember(world.as(ines), { spaceId: space.id, userId: guest.id, role: 'reader' });
  await isBounded();
  const on = { resourceType: 'space', resourceId: space.id } as const;
  await changeGrant(world.as(ines), { ...on, grantId: (await held()).id, expiresAt: null });
  await isBounded();
  await removeMember(world.as(ines), { spaceId: space.id, userId: guest.id });
  const subject = { type: 'person', userId: guest.id } as const;
  const given = await grantAccess(world.as(ines), { ...on, subject, role: 'reader', expiresAt: null });
  expect(given.expiresAt).not.toBeNull();
  await isBounded();
});

describe('members', () => {
  it('go with every grant on single documents of the space', async () => {
    const space = await world.space(ines, 'Grants', [[jonas, 'editor']]);
    const documentId = await world.document(jonas, space.id, 'Plan');
    await world.database.grant.create({
      data: {
        id: documentId,
        resourceType: 'document',
        resourceId: documentId,
        userId: jonas.id,
        role: 'owner',
      },
    });
    await removeMember(world.as(ines), { spaceId: space.id, userId: jonas.id });
    expect(
      await world.database.grant.count({
        where: { userId: jonas.id, resourceId: { in: [space.id, documentId] } },
      }),
    ).toBe(0);
    await expect(getSpace(world.as(jonas), { spaceId: space.id })).rejects.toMatchObject(code('not_found'));
  });

  it('are told of: the person, the space, the trail', async () => {
    const space = await world.space(ines, 'Told');
    await addMember(world.as(ines), { spaceId: space.id, userId: jonas.id, role: 'reader' });
    const events = await world.database.outboxEvent.findMany({ orderBy: { id: 'desc' }, take: 3 });
    expect(events.reverse()).toMatchObject([
      { topic: `user:${jonas.id}`, event: { type: 'access.changed', userId: jonas.id, spaceId: space.id } },
      { topic: `space:${space.id}`, event: { type: 'members.changed', userId: jonas.id, spaceId: space.id } },
      { topic: `user:${jonas.id}`, event: { type: 'notifications.changed', userId: jonas.id } },
    ]);
    expect(
      await world.database.auditEvent.findFirst({ where: { resourceId: space.id, action: 'member.added' } }),
    ).toMatchObject({
      actorId: ines.id,
      detail: { userId: jonas.id, role: 'reader' },
    });
  });

  it('are not from another organisation, and not twice', async () => {
    const space = await world.space(ines, 'Ours');
    const organisationId = await world.organisation('Ministry of Roads');
    const stranger = await world.person('Stranger', { organisationId });
    const add = (userId: string, role: Role = 'reader') =>
      addMember(world.as(ines), { spaceId: space.id, userId, role });
    await expect(add(stranger.id)).rejects.toMatchObject(code('not_found'));
    await add(jonas.id);
    await expect(add(jonas.id, 'owner')).rejects.toMatchObject(code('already_member'));
  });

  it('whose grant has expired are members no longer, and can be added again', async () => {
    const space = await world.space(ines, 'Expired', [[jonas, 'owner']]);
    await world.database.grant.updateMany({
      where: { resourceId: space.id, userId: jonas.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await expect(getSpace(world.as(jonas), { spaceId: space.id })).rejects.toMatchObject(code('not_found'));
    expect((await getSpace(world.as(ines), { spaceId: space.id })).memberCount).toBe(1);
    await addMember(world.as(ines), { spaceId: space.id, userId: jonas.id, role: 'reader' });
    expect((await getSpace(world.as(jonas), { spaceId: space.id })).role).toBe('reader');
  });

  it('come page by page in the order of their names without accents, each once', async () => {
    const names = ['Zoé Álvarez', 'Élise Aubert', 'Eva Andersson', 'Émile Arnaud', 'Øyvind Berg'];
    const people = await Promise.all(names.map((name) => world.person(name)));
    const space = await world.space(
      ines,
      'Pages',
      people.map((person) => [person, 'reader'] as const),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listMembers(world.as(ines), {
        spaceId: space.id,
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ person }) => person.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      'Élise Aubert',
      'Émile Arnaud',
      'Eva Andersson',
      'Inès Moreau',
      'Øyvind Berg',
      'Zoé Álvarez',
    ]);
  });
});

describe('cursors', () => {
  it.each([
    ['not base64', '%%%'],
    ['not JSON', Buffer.from('hello').toString('base64url')],
    [
      'of another list',
      Buffer.from(JSON.stringify(['people', 'a', crypto.randomUUID()])).toString('base64url'),
    ],
    [
      'with SQL in it',
      Buffer.from(JSON.stringify(['members', "a'; DROP TABLE users; --", 'x'])).toString('base64url'),
    ],
    [
      'with too many parts',
      Buffer.from(JSON.stringify(['members', 'a', crypto.randomUUID(), 1])).toString('base64url'),
    ],
  ])('%s are refused', async (_, cursor) => {
    const space = await world.space(ines, 'Cursor');
    await expect(listMembers(world.as(ines), { spaceId: space.id, limit: 2, cursor })).rejects.toMatchObject(
      code('invalid_cursor'),
    );
  });

  it('of somebody else open nothing', async () => {
    const space = await world.space(ines, 'Closed', [[jonas, 'reader']]);
    const { nextCursor } = await listMembers(world.as(ines), { spaceId: space.id, limit: 1 });
    const theirs = nextCursor ?? '';
    await expect(
      listMembers(world.as(piotr), { spaceId: space.id, limit: 1, cursor: theirs }),
    ).rejects.toMatchObject(code('not_found'));
  });
});

it('lists spaces in a number of queries that does not grow with the spaces', async () => {
  const many = await world.person('Many Spaces');
  for (let index = 0; index < 12; index += 1) await world.space(many, `Space ${index}`);
  const queries: string[] = [];
  const op = world.as(many);
  const counting = op.database.$extends({
    query: {
      $allOperations({ operation, args, query }) {
        queries.push(operation);
        return query(args);
      },
    },
  });
  const page = await listSpaces({ ...op, db: counting as unknown as typeof op.db }, { limit: 50 });
  expect(page.items).toHaveLength(12);
  expect(queries.length).toBeLessThanOrEqual(4);
});
