import type { Role } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { documentAccess } from '../access/documentAccess';
import { spaceRole } from '../access/spaceAccess';
import { createDocument, moveDocument } from '../documents';
import {
  changeGrant,
  getSharing,
  grantAccess,
  listGrants,
  listPeopleWithAccess,
  revokeAll,
  revokeGrant,
  setSharingPolicy,
  transferOwnership,
} from './index';

let world: TestWorld;
let ines: TestPerson;
let jonas: TestPerson;
let piotr: TestPerson;
let guest: TestPerson;
let space: TestSpace;
let parentId: string;
let documentId: string;
beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
  jonas = await world.person('Jonas Weber');
  piotr = await world.person('Piotr Kowalski');
  guest = await world.person('Gast', { organisationRole: 'guest' });
});
beforeEach(async () => {
  space = await world.space(ines, 'Coast', [[jonas, 'editor']]);
  parentId = await world.document(ines, space.id, 'Parent');
  documentId = (await createDocument(world.as(ines), { spaceId: space.id, title: 'Plan', parentId })).id;
});
afterAll(() => world?.close());

const code = (expected: string) => ({ code: expected });
const onSpace = () => ({ resourceType: 'space', resourceId: space.id }) as const;
const onDocument = (id = documentId) => ({ resourceType: 'document', resourceId: id }) as const;
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const give = (
  by: TestPerson,
  to: TestPerson,
  role: Role,
  on: ReturnType<typeof onSpace> | ReturnType<typeof onDocument> = onDocument(),
  expiresAt: string | null = null,
) => grantAccess(world.as(by), { ...on, subject: { type: 'person', userId: to.id }, role, expiresAt });
const roleOf = async (person: TestPerson, id = documentId) =>
  (await documentAccess(world.as(person), id)).role;
const allowEditors = () => setSharingPolicy(world.as(ines), { ...onSpace(), editorsShare: true });

async function groupOf(...people: TestPerson[]): Promise<string> {
  const id = newId();
  const { organisationId } = world;
  await world.database.group.create({ data: { id, organisationId, name: `Group ${id}`, sortName: id } });
  await world.database.groupMember.createMany({
    data: people.map((person) => ({ id: newId(), groupId: id, userId: person.id })),
  });
  return id;
}

describe('giving', () => {
  it('ACC-23 goes as far as one holds, and no further', async () => {
    await expect(give(jonas, piotr, 'reader')).rejects.toMatchObject(code('forbidden'));
    await allowEditors();
    await expect(give(jonas, piotr, 'owner')).rejects.toMatchObject(code('more_than_held'));
    await expect(give(jonas, piotr, 'reader', onSpace())).rejects.toMatchObject(code('forbidden'));
    await give(jonas, piotr, 'editor');
    expect(await roleOf(piotr)).toBe('editor');
    expect(await roleOf(piotr, parentId)).toBeNull();
    await expect(give(jonas, piotr, 'reader')).rejects.toMatchObject(code('already_granted'));
  });

  it('ACC-23 lasts no longer than what one holds', async () => {
    const end = soon(60);
    await give(ines, piotr, 'owner', onDocument(), end);
    await expect(give(piotr, guest, 'reader')).rejects.toMatchObject(code('more_than_held'));
    await expect(give(piotr, guest, 'reader', onDocument(), soon(90))).rejects.toMatchObject(
      code('more_than_held'),
    );
    await give(piotr, guest, 'reader', onDocument(), soon(30));
    const { items } = await listGrants(world.as(piotr), { ...onDocument(), limit: 50 });
    const own = items.find(({ subject }) => subject.type === 'person' && subject.person.id === piotr.id);
    await expect(
      changeGrant(world.as(piotr), { ...onDocument(), grantId: own?.id ?? '', expiresAt: null }),
    ).rejects.toMatchObject(code('more_than_held'));
    expect((await getSharing(world.as(piotr), onDocument())).grantableUntil.owner).toBe(end);
  });

  it('ACC-23 ends in the past for nobody, and makes no guest an owner', async () => {
    await expect(give(ines, piotr, 'reader', onDocument(), soon(-1))).rejects.toMatchObject(
      code('invalid_input'),
    );
    await expect(give(ines, guest, 'owner')).rejects.toMatchObject(code('forbidden'));
    const { id } = await give(ines, guest, 'editor');
    await expect(
      changeGrant(world.as(ines), { ...onDocument(), grantId: id, role: 'owner' }),
    ).rejects.toMatchObject(code('forbidden'));
    await expect(getSharing(world.as(guest), onDocument())).rejects.toMatchObject(code('forbidden'));
  });

  it('ACC-21 is taken back by who gave it, by owners, and by who has it', async () => {
    await allowEditors();
    const [a, b] = [await give(jonas, piotr, 'reader'), await give(ines, guest, 'reader')];
    const revoke = (by: TestPerson, grantId: string) =>
      revokeGrant(world.as(by), { ...onDocument(), grantId });
    await expect(revoke(jonas, b.id)).rejects.toMatchObject(code('forbidden'));
    await expect(revoke(piotr, b.id)).rejects.toMatchObject(code('not_found'));
    await revoke(jonas, a.id);
    expect(await roleOf(piotr)).toBeNull();
    await revoke(guest, b.id);
    expect(await roleOf(guest)).toBeNull();
  });

  it('ACC-21 an inherited grant is changed where it stands', async () => {
    const { id } = await give(ines, piotr, 'reader', onDocument(parentId));
    const { items } = await listGrants(world.as(ines), { ...onDocument(), limit: 50 });
    const inherited = items.find((grant) => grant.id === id);
    expect(inherited).toMatchObject({
      source: { resourceId: parentId, title: 'Parent', inherited: true },
      abilities: { read: true, change: false, revoke: false },
    });
    await expect(revokeGrant(world.as(ines), { ...onDocument(), grantId: id })).rejects.toMatchObject(
      code('not_found'),
    );
    await revokeGrant(world.as(ines), { ...onDocument(parentId), grantId: id });
    expect(await roleOf(piotr)).toBeNull();
  });

  it('ACC-24 is told of to the people concerned and to those who look, in the same transaction', async () => {
    const before = (await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;
    const groupId = await groupOf(piotr, guest);
    const subject = { type: 'group', groupId } as const;
    await grantAccess(world.as(ines), { ...onDocument(), subject, role: 'reader', expiresAt: null });
    const events = await world.database.outboxEvent.findMany({ where: { id: { gt: before } } });
    const access = (userId: string) => ({ type: 'access.changed', userId, spaceId: space.id });
    expect(events.map(({ topic }) => topic).sort()).toEqual(
      [`space:${space.id}`, `user:${guest.id}`, `user:${piotr.id}`].sort(),
    );
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        access(piotr.id),
        access(guest.id),
        { type: 'sharing.changed', spaceId: space.id, resourceType: 'document', resourceId: documentId },
      ]),
    );
    expect(
      await world.database.auditEvent.count({ where: { resourceId: documentId, action: 'access.granted' } }),
    ).toBe(1);
  });
});

it('ACC-24 is told of to those who look at a document without being in its space', async () => {
  const alone = await world.person('Editor of one document');
  await give(ines, alone, 'editor', onDocument(parentId));
  const before = (await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;
  await give(ines, piotr, 'reader');
  const told = await world.database.outboxEvent.findMany({
    where: { id: { gt: before }, topic: `user:${alone.id}` },
  });
  expect(told.map(({ event }) => event)).toEqual([
    { type: 'sharing.changed', spaceId: space.id, resourceType: 'document', resourceId: documentId },
  ]);
});

describe('who has access', () => {
  it('ACC-25 is told with every reason', async () => {
    const groupId = await groupOf(piotr);
    const subject = { type: 'group', groupId } as const;
    await grantAccess(world.as(ines), {
      ...onDocument(parentId),
      subject,
      role: 'commenter',
      expiresAt: null,
    });
    await give(ines, piotr, 'reader', onDocument(), soon(5));
    const { items } = await listPeopleWithAccess(world.as(jonas), { ...onDocument(), limit: 50 });
    expect(items.map(({ person, role }) => [person.name, role])).toEqual([
      ['Inès Moreau', 'owner'],
      ['Jonas Weber', 'editor'],
      ['Piotr Kowalski', 'commenter'],
    ]);
    expect(items[2]?.reasons).toMatchObject([
      {
        way: 'group',
        role: 'commenter',
        group: { id: groupId },
        source: { title: 'Parent', inherited: true },
      },
      { way: 'grant', role: 'reader', group: null, source: { title: 'Plan', inherited: false } },
    ]);
    expect(items[0]?.reasons).toMatchObject([
      { way: 'grant', source: { resourceType: 'space', title: 'Coast', inherited: true } },
    ]);
  });

  it('ACC-25 does not tell the titles of what the caller may not read', async () => {
    await give(ines, piotr, 'editor');
    const { items } = await listPeopleWithAccess(world.as(piotr), { ...onDocument(), limit: 50 });
    expect(items.flatMap(({ reasons }) => reasons.map(({ source }) => source.title))).toEqual([
      null,
      null,
      'Plan',
    ]);
  });

  it('ACC-21 is told to who only reads as far as it is their own', async () => {
    const { id } = await give(ines, piotr, 'reader');
    await give(ines, guest, 'reader');
    const { items } = await listGrants(world.as(piotr), { ...onDocument(), limit: 50 });
    expect(items.map((grant) => [grant.id, grant.abilities.revoke, grant.abilities.change])).toEqual([
      [id, true, false],
    ]);
    await expect(listPeopleWithAccess(world.as(piotr), { ...onDocument(), limit: 50 })).rejects.toMatchObject(
      code('forbidden'),
    );
  });

  it('ACC-26 is, after taking back all, the caller and the owners', async () => {
    await give(ines, piotr, 'editor');
    await give(ines, guest, 'reader', onDocument(parentId));
    await give(ines, piotr, 'owner', onSpace());
    await revokeAll(world.as(ines), onDocument(parentId));
    expect([await roleOf(guest), await roleOf(piotr)]).toEqual([null, 'owner']);
    await revokeAll(world.as(piotr), onSpace());
    expect(await spaceRole(world.as(jonas), space.id)).toBeNull();
    expect(await spaceRole(world.as(ines), space.id)).toBe('owner');
  });
});

describe('a space', () => {
  it('ACC-27 is handed over in one step', async () => {
    await transferOwnership(world.as(ines), { spaceId: space.id, userId: piotr.id });
    expect(await spaceRole(world.as(piotr), space.id)).toBe('owner');
    expect(await spaceRole(world.as(ines), space.id)).toBe('editor');
    for (const userId of [guest.id, piotr.id]) {
      await expect(transferOwnership(world.as(piotr), { spaceId: space.id, userId })).rejects.toThrow();
    }
  });

  it('ACC-29 takes along, from who leaves it, what they were granted in it', async () => {
    await give(ines, jonas, 'owner');
    const { items } = await listGrants(world.as(ines), { ...onSpace(), limit: 50 });
    const own = items.find(({ subject }) => subject.type === 'person' && subject.person.id === jonas.id);
    await revokeGrant(world.as(jonas), { ...onSpace(), grantId: own?.id ?? '' });
    expect(await roleOf(jonas)).toBeNull();
  });
});

it('ACC-30 a document is not moved, in or out, by who was given it alone', async () => {
  await give(ines, piotr, 'editor');
  const move = (by: TestPerson, parent: string | null) =>
    moveDocument(world.as(by), { documentId, parentId: parent, afterId: null });
  const other = await world.document(ines, space.id, 'Other');
  for (const to of [null, other]) await expect(move(piotr, to)).rejects.toThrow();
  await give(ines, piotr, 'editor', onDocument(other));
  await expect(move(piotr, other)).rejects.toMatchObject(code('forbidden'));
  await expect(move(piotr, null)).rejects.toMatchObject(code('forbidden'));
  await give(ines, piotr, 'reader', onDocument(parentId));
  await expect(move(piotr, other)).rejects.toMatchObject(code('forbidden'));
  expect((await move(jonas, other)).parentId).toBe(other);
});
