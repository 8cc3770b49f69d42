import { LIMITS } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import {
  createRandom,
  createWorld,
  type TestPerson,
  type TestSpace,
  type TestWorld,
} from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spaceRole } from '../access/spaceAccess';
import { listDocuments } from '../documents';
import { getSpace } from '../spaces/getSpace';
import { changeMember, listMembers, listSpaces, removeMember } from '../spaces/index';
import { addToGroup, createGroup, deleteGroup, listGroupMembers, listGroups, removeFromGroup } from './index';

let world: TestWorld;
let admin: TestPerson;
let ines: TestPerson;
let jonas: TestPerson;
let space: TestSpace;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person('Admin House', { organisationRole: 'administrator' });
  ines = await world.person('Inès Moreau');
  jonas = await world.person('Jonas Weber');
});
beforeEach(async () => {
  space = await world.space(ines, 'Coast');
});
afterAll(() => world?.close());

const code = (expected: string) => ({ code: expected });
let names = 0;
const group = async (): Promise<string> => {
  names += 1;
  return (await createGroup(world.as(admin), { name: `Group ${names}` })).id;
};
const put = (groupId: string, memberType: 'person' | 'group', memberId: string) =>
  addToGroup(world.as(admin), { groupId, memberType, memberId });
const take = (groupId: string, memberType: 'person' | 'group', memberId: string) =>
  removeFromGroup(world.as(admin), { groupId, memberType, memberId });
const grant = (groupId: string, role: 'reader' | 'editor' | 'owner' = 'editor') =>
  world.database.grant.create({
    data: { id: newId(), resourceType: 'space', resourceId: space.id, groupId, role },
  });
const roleOf = (person: TestPerson) => spaceRole(world.as(person), space.id);
const eventsSince = async (id: bigint) =>
  (await world.database.outboxEvent.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' } })).map(
    ({ topic, event }) => ({ topic, event }),
  );
const lastEvent = async (): Promise<bigint> =>
  (await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;

describe('a person in a group within a group', () => {
  let outer: string;
  let inner: string;
  beforeEach(async () => {
    [outer, inner] = [await group(), await group()];
    await put(outer, 'group', inner);
    await put(inner, 'person', jonas.id);
    await grant(outer);
  });

  it('ACC-1 is a member wherever the outer one is, in every list', async () => {
    await world.document(ines, space.id, 'Plan');
    expect(await roleOf(jonas)).toBe('editor');
    const listed = (await listSpaces(world.as(jonas), { limit: 50 })).items.find(({ id }) => id === space.id);
    expect(listed).toMatchObject({ role: 'editor', memberCount: 2 });
    const { items } = await listMembers(world.as(ines), { spaceId: space.id, limit: 50 });
    expect(items.map(({ person, role }) => [person.name, role])).toEqual([
      ['Inès Moreau', 'owner'],
      ['Jonas Weber', 'editor'],
    ]);
    const documents = await listDocuments(world.as(jonas), { spaceId: space.id, limit: 50 });
    expect(documents.items.map(({ title }) => title)).toEqual(['Plan']);
  });

  it.each([
    ['they leave the inner one', () => take(inner, 'person', jonas.id)],
    ['the inner one leaves the outer', () => take(outer, 'group', inner)],
    ['the inner one is deleted', () => deleteGroup(world.as(admin), { groupId: inner })],
    ['the outer one is deleted', () => deleteGroup(world.as(admin), { groupId: outer })],
  ])('ACC-10 loses what it gave when %s, and is told of in the same transaction', async (_, change) => {
    const before = await lastEvent();
    await change();
    expect(await roleOf(jonas)).toBeNull();
    await expect(getSpace(world.as(jonas), { spaceId: space.id })).rejects.toMatchObject(code('not_found'));
    expect(await eventsSince(before)).toEqual([
      { topic: `user:${jonas.id}`, event: { type: 'access.changed', userId: jonas.id, spaceId: null } },
      {
        topic: `space:${space.id}`,
        event: { type: 'members.changed', spaceId: space.id, userId: null },
      },
    ]);
  });

  it('ACC-13 is not said to be out, nor to have another role, while the group keeps them in', async () => {
    const who = { spaceId: space.id, userId: jonas.id };
    for (const actor of [ines, jonas]) {
      await expect(removeMember(world.as(actor), who)).rejects.toMatchObject(code('access_by_group'));
    }
    await expect(changeMember(world.as(ines), { ...who, role: 'reader' })).rejects.toMatchObject(
      code('access_by_group'),
    );
    expect(await roleOf(jonas)).toBe('editor');
  });
});

it('ACC-22 a group that owns a space does not replace its last owner', async () => {
  const id = await group();
  await put(id, 'person', jonas.id);
  await grant(id, 'owner');
  await expect(removeMember(world.as(jonas), { spaceId: space.id, userId: ines.id })).rejects.toMatchObject(
    code('last_owner'),
  );
});

it('ACC-10 a change of a large group is one event for everybody', async () => {
  const id = await group();
  const inner = await group();
  const people = Array.from({ length: LIMITS.accessEvents + 1 }, () => newId());
  await world.database.user.createMany({
    data: people.map((userId) => ({
      id: userId,
      organisationId: world.organisationId,
      issuer: world.issuer,
      subject: userId,
      name: 'One of many',
      email: `${userId}@water.example`,
      hue: 1,
      sortName: 'one of many',
    })),
  });
  await world.database.groupMember.createMany({
    data: people.map((userId) => ({ id: newId(), groupId: inner, userId })),
  });
  const before = await lastEvent();
  await put(id, 'group', inner);
  expect(await eventsSince(before)).toEqual([
    { topic: 'servers', event: { type: 'access.changed', userId: null, spaceId: null } },
  ]);
});

describe('nesting', () => {
  it('ACC-11 refuses a group in itself, straight or around', async () => {
    const [a, b, c] = [await group(), await group(), await group()];
    await put(a, 'group', b);
    await put(b, 'group', c);
    await expect(put(a, 'group', a)).rejects.toMatchObject(code('group_cycle'));
    await expect(put(c, 'group', a)).rejects.toMatchObject(code('group_cycle'));
    await put(a, 'group', c);
  });

  it('ACC-11 ends at the limit, wherever the link is set that would pass it', async () => {
    const chain: string[] = [];
    for (let level = 0; level < LIMITS.groupDepth; level += 1) {
      const id = await group();
      const above = chain.at(-1);
      if (above) await put(above, 'group', id);
      chain.push(id);
    }
    const [top = '', bottom = ''] = [chain[0], chain.at(-1)];
    await expect(put(bottom, 'group', await group())).rejects.toMatchObject(code('group_too_deep'));
    await expect(put(await group(), 'group', top)).rejects.toMatchObject(code('group_too_deep'));
    await put(bottom, 'person', jonas.id);
    await grant(top);
    expect(await roleOf(jonas)).toBe('editor');
  });

  it.each([11, 12, 13])('ACC-11 makes no cycle when many nest at once, seed %i', async (seed) => {
    const random = createRandom(seed);
    const ids = await Promise.all(Array.from({ length: 5 }, group));
    const one = () => ids[random.below(ids.length)] as string;
    const outcomes = await Promise.allSettled(Array.from({ length: 24 }, () => put(one(), 'group', one())));
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    );
    expect(new Set(refusals)).toEqual(new Set(['group_cycle']));
    const [row] = await world.database.$queryRaw<[{ cycles: number }]>`
      WITH RECURSIVE reach AS (
        SELECT group_id AS start, member_group_id AS id FROM group_members WHERE member_group_id IS NOT NULL
        UNION SELECT reach.start, m.member_group_id FROM reach JOIN group_members m ON m.group_id = reach.id
          WHERE m.member_group_id IS NOT NULL
      ) SELECT count(*)::int AS cycles FROM reach WHERE start = id`;
    expect(row.cycles).toBe(0);
  });
});

describe('groups', () => {
  it('ACC-12 take nobody of another organisation, and are not told to it', async () => {
    const organisationId = await world.organisation('Ministry of Roads');
    const stranger = await world.person('Stranger', { organisationId, organisationRole: 'administrator' });
    const [ours, theirs] = [await group(), (await createGroup(world.as(stranger), { name: 'Theirs' })).id];
    await expect(put(ours, 'person', stranger.id)).rejects.toMatchObject(code('not_found'));
    await expect(put(ours, 'group', theirs)).rejects.toMatchObject(code('not_found'));
    await expect(
      addToGroup(world.as(stranger), { groupId: ours, memberType: 'person', memberId: stranger.id }),
    ).rejects.toMatchObject(code('not_found'));
    const { items } = await listGroups(world.as(stranger), { limit: 50 });
    expect(items.map(({ name }) => name)).toEqual(['Theirs']);
    expect(await listGroupMembers(world.as(admin), { groupId: ours, limit: 50 })).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('ACC-23 take no guest, who would hold what they give without an end', async () => {
    const guest = await world.person('Gast Delta', { organisationRole: 'guest' });
    await expect(put(await group(), 'person', guest.id)).rejects.toMatchObject(code('not_found'));
  });

  it('ACC-12 are kept by administrators only, and carry different names', async () => {
    const id = await group();
    await expect(createGroup(world.as(ines), { name: 'Mine' })).rejects.toMatchObject(code('forbidden'));
    await expect(
      addToGroup(world.as(ines), { groupId: id, memberType: 'person', memberId: ines.id }),
    ).rejects.toMatchObject(code('forbidden'));
    await createGroup(world.as(admin), { name: 'Crisis unit' });
    await expect(createGroup(world.as(admin), { name: 'crisis UNIT' })).rejects.toMatchObject(
      code('name_taken'),
    );
  });

  it('ACC-5 a grant is to a person or to a group, in the database itself', async () => {
    const groupId = await group();
    const place = { resourceType: 'space', resourceId: space.id, role: 'reader' } as const;
    for (const subject of [{ groupId, userId: jonas.id }, {}]) {
      await expect(
        world.database.grant.create({ data: { id: newId(), ...place, ...subject } }),
      ).rejects.toThrow(/grants_one_subject/);
    }
  });
});
