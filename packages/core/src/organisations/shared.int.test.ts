import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spaceRole } from '../access/spaceAccess';
import { getMe } from '../account';
import { addToGroup, createGroup, listGroups } from '../groups';
import { getPerson, listPeople } from '../people';
import { search } from '../search';
import {
  answerRequest,
  changeGrant,
  getSharing,
  grantAccess,
  listPeopleWithAccess,
  requestAccess,
  transferOwnership,
} from '../sharing';
import { addMember, changeMember, listMembers } from '../spaces';
import {
  listOrganisations,
  listSpaceOrganisations,
  setOrganisationPolicy,
  shareSpace,
  unshareSpace,
} from './index';

let world: TestWorld;
/** The other organisation. */
let transport: string;
let ines: TestPerson;
let jonas: TestPerson;
let guest: TestPerson;
let lena: TestPerson;
let hugo: TestPerson;
let space: TestSpace;

const LENA = 'lena.fischer@water.example';
const code = (expected: string) => ({ code: expected });
const allow = (sharesSpaces: boolean, id?: string) =>
  world.database.organisation.updateMany({ where: id === undefined ? {} : { id }, data: { sharesSpaces } });
const share = (by: TestPerson = ines) =>
  shareSpace(world.as(by), { spaceId: space.id, organisationId: transport });
const add = (who: { userId: string } | { email: string }, role: 'reader' | 'editor' | 'owner' = 'editor') =>
  addMember(world.as(ines), { spaceId: space.id, role, ...who });
const found = async (by: TestPerson, q?: string) =>
  (await listPeople(world.as(by), { limit: 50, ...(q === undefined ? {} : { q }) })).items.map(
    ({ name }) => name,
  );

beforeAll(async () => {
  world = await createWorld();
  transport = await world.organisation('Ministry of Transport');
  ines = await world.person('Inès Moreau');
  jonas = await world.person('Jonas Weber');
  guest = await world.person('Guest Delta', { organisationRole: 'guest' });
  lena = await world.person('Lena Fischer', { organisationId: transport });
  hugo = await world.person('Hugo Martin', { organisationId: transport, organisationRole: 'administrator' });
});
beforeEach(async () => {
  await allow(true);
  space = await world.space(ines, 'Quays', [[guest, 'reader']]);
});
afterAll(() => world?.close());

describe('sharing a space with another organisation', () => {
  it('ACC-70 is its owner’s, where both organisations allow it', async () => {
    await world.database.grant.create({
      data: { id: newId(), resourceType: 'space', resourceId: space.id, userId: jonas.id, role: 'editor' },
    });
    await expect(share(jonas)).rejects.toMatchObject(code('forbidden'));
    await expect(share(lena)).rejects.toMatchObject(code('not_found'));
    await allow(false, world.organisationId);
    await expect(share()).rejects.toMatchObject(code('forbidden'));
    await expect(listOrganisations(world.as(ines), { limit: 50 })).rejects.toMatchObject(code('forbidden'));
    expect((await getMe(world.as(ines))).organisation.abilities.shareSpaces).toBe(false);
    await allow(true);
    await allow(false, transport);
    await expect(share()).rejects.toMatchObject(code('not_found'));
    expect((await listOrganisations(world.as(ines), { limit: 50 })).items).toEqual([]);
    await setOrganisationPolicy(world.as(hugo), { sharesSpaces: true });
    await share();
    await share();
    const { items } = await listSpaceOrganisations(world.as(ines), { spaceId: space.id });
    expect(items.map(({ name, since }) => [name, since === null])).toEqual([
      ['Ministry of Water', true],
      ['Ministry of Transport', false],
    ]);
    await expect(setOrganisationPolicy(world.as(ines), { sharesSpaces: false })).rejects.toMatchObject(
      code('forbidden'),
    );
  });

  it('ACC-71 lets its people be added, by address too, and nobody of any other', async () => {
    await expect(add({ email: LENA })).rejects.toMatchObject(code('not_found'));
    await share();
    expect(await spaceRole(world.as(lena), space.id)).toBeNull();
    await expect(add({ email: 'nobody@water.example' })).rejects.toMatchObject(code('not_found'));
    const member = await add({ email: LENA.toUpperCase() });
    expect(member.person.name).toBe('Lena Fischer');
    expect(await spaceRole(world.as(lena), space.id)).toBe('editor');
    const third = await world.organisation('Ministry of Finance');
    await world.person('Third Person', { organisationId: third });
    await expect(add({ email: 'third.person@water.example' })).rejects.toMatchObject(code('not_found'));
    await allow(false, transport);
    await expect(add({ email: 'hugo.martin@water.example' })).rejects.toMatchObject(code('not_found'));
    expect(await spaceRole(world.as(lena), space.id)).toBe('editor');
  });

  it('ACC-72 makes them neither owners nor sharers, by whatever way', async () => {
    await share();
    await expect(add({ email: LENA }, 'owner')).rejects.toMatchObject(code('forbidden'));
    await add({ email: LENA });
    const key = { resourceType: 'space', resourceId: space.id } as const;
    const { id } = await world.database.grant.findFirstOrThrow({
      where: { resourceId: space.id, userId: lena.id },
    });
    for (const change of [
      changeMember(world.as(ines), { spaceId: space.id, userId: lena.id, role: 'owner' }),
      changeGrant(world.as(ines), { ...key, grantId: id, role: 'owner' }),
    ]) {
      await expect(change).rejects.toMatchObject(code('forbidden'));
    }
    await expect(
      transferOwnership(world.as(ines), { spaceId: space.id, userId: lena.id }),
    ).rejects.toMatchObject(code('not_found'));
    const documentId = await world.document(ines, space.id, 'Plan');
    await world.database.accessPolicy.create({ data: { ...key, editorsShare: true } });
    for (const resource of [key, { resourceType: 'document', resourceId: documentId } as const]) {
      await expect(getSharing(world.as(lena), resource)).rejects.toMatchObject(code('forbidden'));
      await expect(listPeopleWithAccess(world.as(lena), { ...resource, limit: 50 })).rejects.toMatchObject(
        code('forbidden'),
      );
      const subject = { type: 'person', userId: hugo.id } as const;
      await expect(
        grantAccess(world.as(lena), { ...resource, subject, role: 'reader', expiresAt: null }),
      ).rejects.toMatchObject(code('forbidden'));
    }
    await expect(listOrganisations(world.as(guest), { limit: 50 })).rejects.toMatchObject(code('forbidden'));
  });

  it('ACC-74 ends with everything its people were given in it, told of in the same transaction', async () => {
    await share();
    await add({ email: LENA });
    const documentId = await world.document(ines, space.id, 'Plan');
    await grantAccess(world.as(ines), {
      resourceType: 'document',
      resourceId: documentId,
      subject: { type: 'person', userId: lena.id },
      role: 'reader',
      expiresAt: null,
    });
    const before = (await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;
    await expect(
      unshareSpace(world.as(lena), { spaceId: space.id, organisationId: transport }),
    ).rejects.toMatchObject(code('forbidden'));
    await unshareSpace(world.as(ines), { spaceId: space.id, organisationId: transport });
    expect(await spaceRole(world.as(lena), space.id)).toBeNull();
    expect(
      await world.database.grant.count({
        where: { userId: lena.id, resourceId: { in: [space.id, documentId] } },
      }),
    ).toBe(0);
    expect(await spaceRole(world.as(guest), space.id)).toBe('reader');
    const events = await world.database.outboxEvent.findMany({ where: { id: { gt: before } } });
    expect(events.map(({ event }) => event)).toContainEqual({
      type: 'access.changed',
      userId: lena.id,
      spaceId: space.id,
    });
    await expect(add({ email: LENA })).rejects.toMatchObject(code('not_found'));
  });

  it('ACC-75 a person of it may ask for access, and nobody of an organisation it is not shared with', async () => {
    const ask = () =>
      requestAccess(world.as(lena), {
        resourceType: 'space',
        resourceId: space.id,
        role: 'reader',
        message: '',
      });
    const waiting = () => world.database.accessRequest.findFirst({ where: { resourceId: space.id } });
    await ask();
    expect(await waiting()).toBeNull();
    await share();
    await ask();
    const request = await waiting();
    await answerRequest(world.as(ines), {
      resourceType: 'space',
      resourceId: space.id,
      requestId: request?.id ?? '',
      grant: { role: 'reader', expiresAt: null },
    });
    expect(await spaceRole(world.as(lena), space.id)).toBe('reader');
  });
});

describe('ACC-73 of the other organisation one sees', () => {
  beforeEach(async () => {
    // Spaces of the tests before are shared as well.
    await world.database.spaceOrganisation.deleteMany();
    await share();
    await add({ email: LENA });
  });

  it('the members of a space one shares with them, and nobody else', async () => {
    expect(await found(ines)).toEqual(['Guest Delta', 'Inès Moreau', 'Jonas Weber', 'Lena Fischer']);
    expect(await found(lena)).toEqual(['Guest Delta', 'Hugo Martin', 'Inès Moreau', 'Lena Fischer']);
    // Who is not in the shared space sees nothing of it.
    expect(await found(jonas)).not.toContain('Lena Fischer');
    expect(await found(hugo)).toEqual(['Hugo Martin', 'Lena Fischer']);
    await expect(getPerson(world.as(jonas), { userId: lena.id })).rejects.toMatchObject(code('not_found'));
    await expect(getPerson(world.as(lena), { userId: jonas.id })).rejects.toMatchObject(code('not_found'));
    const { items } = await listMembers(world.as(lena), { spaceId: space.id, limit: 50 });
    expect(items.map(({ person }) => person.name)).toEqual(['Guest Delta', 'Inès Moreau', 'Lena Fischer']);
  });

  it('of which organisation they are, wherever that is not one’s own', async () => {
    const { name: theirs } = await world.database.organisation.findFirstOrThrow({
      where: { users: { some: { id: lena.id } } },
    });
    expect((await getPerson(world.as(ines), { userId: lena.id })).organisation).toBe(theirs);
    expect((await getPerson(world.as(hugo), { userId: lena.id })).organisation).toBeNull();
    const { items } = await listMembers(world.as(ines), { spaceId: space.id, limit: 50 });
    const told = items.map(({ person, organisation }) => [person.name, organisation]);
    expect(told).toEqual([
      ['Guest Delta', null],
      ['Inès Moreau', null],
      ['Lena Fischer', theirs],
    ]);
  });

  it('no address, and none can be found out by searching', async () => {
    const person = await getPerson(world.as(ines), { userId: lena.id });
    expect(person.email).toBeNull();
    expect(person.sharedSpaces).toContainEqual({ id: space.id, name: 'Quays' });
    expect((await getPerson(world.as(ines), { userId: jonas.id })).email).toBe('jonas.weber@water.example');
    await world.database.user.update({ where: { id: lena.id }, data: { searchText: 'lena fischer pilot7' } });
    await world.database.user.update({ where: { id: ines.id }, data: { searchText: 'ines moreau hydro7' } });
    for (const [by, q] of [
      [ines, 'pilot7'],
      [lena, 'hydro7'],
      [guest, 'hydro7'],
      [guest, 'pilot7'],
    ] as const) {
      expect(await found(by, q)).toEqual([]);
      expect((await search(world.as(by), { q })).people).toEqual([]);
    }
    expect(await found(jonas, 'hydro7')).toEqual(['Inès Moreau']);
    expect(await found(guest, 'lena')).toEqual(['Lena Fischer']);
    const people = (await search(world.as(guest), { q: 'moreau' })).people;
    expect(people.map(({ name, email }) => [name, email])).toEqual([['Inès Moreau', null]]);
  });

  it('no groups, and nobody as somebody to add where the space is not shared', async () => {
    const admin = await world.person('Admin House', { organisationRole: 'administrator' });
    const { id } = await createGroup(world.as(admin), { name: `Hydrologists ${newId()}` });
    expect((await listGroups(world.as(lena), { limit: 50 })).items).toEqual([]);
    await expect(
      addToGroup(world.as(admin), { groupId: id, memberType: 'person', memberId: lena.id }),
    ).rejects.toMatchObject(code('not_found'));
    const other = await world.space(ines, 'Ours alone');
    const addable = await listPeople(world.as(ines), { limit: 50, notInSpace: other.id });
    expect(addable.items.map(({ name }) => name)).not.toContain('Lena Fischer');
    await expect(
      addMember(world.as(ines), { spaceId: other.id, userId: lena.id, role: 'reader' }),
    ).rejects.toMatchObject(code('not_found'));
  });
});
