import { randomUUID } from 'node:crypto';
import { addToGroup, createGroup, renameGroup } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { createTestRealm, type TestRealm } from './testing/testRealm';

let realm: TestRealm;
/** Two organisations of the realm, by their keys there. */
const WATER = randomUUID();
const TRANSPORT = randomUUID();
let transportId: string;

beforeAll(async () => {
  realm = await createTestRealm();
  const { database, organisationId, issuer } = realm.world;
  await database.organisation.update({
    where: { id: organisationId },
    data: { externalKey: WATER, domains: ['water.example'] },
  });
  transportId = newId();
  await database.organisation.create({
    data: {
      id: transportId,
      name: 'Ministry of Transport',
      issuer,
      externalKey: TRANSPORT,
      domains: ['transport.example'],
    },
  });
});
afterAll(() => realm?.close());
beforeEach(() => realm.someoneElse());

const code = (expected: string) => ({ code: expected });
const belongsTo = (...keys: string[]) => ({
  organisation: Object.fromEntries(keys.map((id, index) => [`org${index}`, { id }])),
});
/** An address of one's own, in the domain. */
const address = (domain = 'transport.example') => `${realm.person.subject}@${domain}`;
const signIn = async (claims: JWTPayload) =>
  (await realm.signIn(realm.access(), { ...realm.id(), ...claims })).actor;
const fromTransport = (claims: JWTPayload = {}) =>
  signIn({ ...belongsTo(TRANSPORT), email: address(), ...claims });

describe('the organisation of a sign-in', () => {
  it('ACC-60 is the one the realm names, whatever else is in the token', async () => {
    const actor = await fromTransport({ organisationId: realm.world.organisationId, groups: ['/water'] });
    expect(actor).toMatchObject({ organisationId: transportId, organisationRole: 'member' });
  });

  it.each<[string, JWTPayload]>([
    ['none is named', {}],
    ['an empty list is', belongsTo()],
    ['nobody here knows it', belongsTo(randomUUID())],
    ['two are, and nothing says which', belongsTo(WATER, TRANSPORT)],
  ])('ACC-61 is refused when %s, and no account is made', async (_, claims) => {
    await expect(signIn({ ...claims, email: address() })).rejects.toMatchObject(code('account_unknown'));
    expect(await realm.world.database.user.count({ where: { subject: realm.person.subject } })).toBe(0);
  });

  it('ACC-61 does not change with the claim: an account stays where it is, and is let in again there', async () => {
    const { userId } = await fromTransport();
    const moved = signIn({ ...belongsTo(WATER), email: address('water.example') });
    await expect(moved).rejects.toMatchObject(code('organisation_changed'));
    await expect(signIn({ email: address() })).rejects.toMatchObject(code('account_unknown'));
    const user = await realm.world.database.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user).toMatchObject({ organisationId: transportId, email: address() });
    expect(await fromTransport(belongsTo(WATER, TRANSPORT))).toMatchObject({ userId });
  });
});

describe('addresses', () => {
  it('ACC-62 follow the provider, and the account stays the same', async () => {
    const { userId } = await fromTransport();
    const later = await fromTransport({ email: `new-${address()}`, name: 'Another Name' });
    expect(later.userId).toBe(userId);
    expect(await realm.world.database.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      email: `new-${address()}`,
      name: 'Another Name',
    });
  });

  it('ACC-63 are refused when another organisation has them, at the first sign-in as later, in whatever case', async () => {
    await realm.world.database.organisation.update({ where: { id: transportId }, data: { domains: [] } });
    const taken = address('water.example');
    const { userId } = await signIn({ ...belongsTo(WATER), email: taken });
    realm.someoneElse();
    const theirs = await fromTransport();
    for (const email of [taken, taken.toUpperCase()]) {
      await expect(fromTransport({ email })).rejects.toMatchObject(code('email_refused'));
    }
    realm.someoneElse();
    await expect(fromTransport({ email: taken })).rejects.toMatchObject(code('email_refused'));
    const rows = await realm.world.database.user.findMany({
      where: { id: { in: [userId, theirs.userId] } },
      select: { email: true },
    });
    expect(rows.filter(({ email }) => email === taken)).toHaveLength(1);
    // A guest was invited by an address, and claims nothing.
    await realm.world.database.user.update({ where: { id: userId }, data: { organisationRole: 'guest' } });
    await expect(fromTransport({ email: taken })).resolves.toBeDefined();
    await realm.world.database.organisation.update({
      where: { id: transportId },
      data: { domains: ['transport.example'] },
    });
  });

  it('ACC-63 are refused outside the organisation’s own domains', async () => {
    for (const email of ['minister@water.example', 'x@transport.example.evil.example', '@water.example']) {
      await expect(fromTransport({ email })).rejects.toMatchObject(code('email_refused'));
    }
    await expect(fromTransport({ email: address('TRANSPORT.example') })).resolves.toBeDefined();
  });
});

describe('groups of the provider', () => {
  const paths = async (userId: string) =>
    (
      await realm.world.database.groupMember.findMany({
        where: { userId },
        select: { group: { select: { externalPath: true } } },
        orderBy: { group: { externalPath: 'asc' } },
      })
    ).map(({ group }) => group.externalPath);
  const groupOf = (externalPath: string) =>
    realm.world.database.group.findFirst({ where: { externalPath, organisationId: transportId } });
  const lastEvent = async () =>
    (await realm.world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;
  const admin = () =>
    realm.world.person('Transport Admin', { organisationId: transportId, organisationRole: 'administrator' });

  it('ACC-65 come and go with each sign-in, nested as they are there, and tell of it at once', async () => {
    const { userId } = await fromTransport({ groups: ['/Harbours/Pilots'], provider_groups: ['/Rail'] });
    expect(await paths(userId)).toEqual(['/Harbours/Pilots', '/Rail']);
    const harbours = await groupOf('/Harbours');
    expect(harbours?.name).toBe('Harbours');
    const { database } = realm.world;
    const owner = await realm.world.person('Owner', { organisationId: transportId });
    const space = await realm.world.space(owner, 'Quays');
    await database.grant.create({
      data: {
        id: newId(),
        resourceType: 'space',
        resourceId: space.id,
        groupId: harbours?.id ?? '',
        role: 'reader',
      },
    });
    const sees = async () => {
      const [row] = await database.$queryRaw<[{ sees: boolean }]>`
        SELECT ${harbours?.id}::uuid = ANY(groups_above(${userId}::uuid)) AS sees`;
      return row.sees;
    };
    expect(await sees()).toBe(true);
    const before = await lastEvent();
    await fromTransport({ groups: ['/Rail'] });
    expect(await paths(userId)).toEqual(['/Rail']);
    expect(await sees()).toBe(false);
    const events = await database.outboxEvent.findMany({
      where: { id: { gt: before } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ topic, event }) => ({ topic, event }))).toEqual([
      { topic: `user:${userId}`, event: { type: 'access.changed', userId, spaceId: null } },
      { topic: `space:${space.id}`, event: { type: 'members.changed', spaceId: space.id, userId: null } },
    ]);
    // A group that gives something stays for whoever comes next; one that does not is gone.
    expect(await groupOf('/Harbours')).not.toBeNull();
    expect(await groupOf('/Harbours/Pilots')).toBeNull();
    const again = await lastEvent();
    await fromTransport({ groups: ['/Rail', '/Rail'] });
    expect(await lastEvent()).toBe(again);
  });

  it('ACC-65 all go when the provider names none', async () => {
    const { userId } = await fromTransport({ groups: ['/Canals'] });
    await fromTransport();
    expect(await paths(userId)).toEqual([]);
  });

  it('ACC-67 are kept by nobody here, and leave those kept here alone', async () => {
    const { userId } = await fromTransport({ groups: ['/Locks'] });
    const op = realm.world.as(await admin());
    const ours = await createGroup(op, { name: 'Locks' });
    await addToGroup(op, { groupId: ours.id, memberType: 'person', memberId: userId });
    const theirs = await groupOf('/Locks');
    const groupId = theirs?.id ?? '';
    for (const change of [
      addToGroup(op, { groupId, memberType: 'person', memberId: userId }),
      renameGroup(op, { groupId, name: 'Mine' }),
    ]) {
      await expect(change).rejects.toMatchObject(code('forbidden'));
    }
    // What is kept here may hold what is not.
    await addToGroup(op, { groupId: ours.id, memberType: 'group', memberId: groupId });
    await fromTransport({ groups: ['/Locks', '/Weirs'] });
    expect(await paths(userId)).toEqual(['/Locks', '/Weirs', null]);
    await fromTransport();
    expect(await paths(userId)).toEqual([null]);
    expect(await groupOf('/Locks')).not.toBeNull();
  });

  it('ACC-65 are made once by many who sign in at the same moment', async () => {
    const people = Array.from({ length: 6 }, () => {
      realm.someoneElse();
      return [
        realm.access(),
        { ...realm.id(), ...belongsTo(TRANSPORT), email: address(), groups: ['/A/B/C'] },
      ] as const;
    });
    const actors = await Promise.all(people.map(([access, id]) => realm.signIn(access, id)));
    const found = await groupOf('/A/B/C');
    expect(await realm.world.database.groupMember.count({ where: { groupId: found?.id ?? '' } })).toBe(
      actors.length,
    );
    expect(await realm.world.database.group.count({ where: { externalPath: { startsWith: '/A' } } })).toBe(3);
  });
});
