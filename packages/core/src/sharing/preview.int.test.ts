import type { Role } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { grantAccess, listGrants, openLink, previewChange, setLink } from './index';

let world: TestWorld;
let ines: TestPerson;
let jonas: TestPerson;
let piotr: TestPerson;
let guest: TestPerson;
let space: TestSpace;
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
  documentId = await world.document(ines, space.id, 'Plan');
});
afterAll(() => world?.close());

const code = (expected: string) => ({ code: expected });
const onSpace = () => ({ resourceType: 'space', resourceId: space.id }) as const;
const onDocument = () => ({ resourceType: 'document', resourceId: documentId }) as const;
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const give = (to: TestPerson, role: Role) =>
  grantAccess(world.as(ines), {
    ...onDocument(),
    subject: { type: 'person', userId: to.id },
    role,
    expiresAt: null,
  });

async function groupOf(...people: TestPerson[]): Promise<string> {
  const id = newId();
  const { organisationId } = world;
  await world.database.group.create({ data: { id, organisationId, name: `Group ${id}`, sortName: id } });
  await world.database.groupMember.createMany({
    data: people.map((person) => ({ id: newId(), groupId: id, userId: person.id })),
  });
  return id;
}

describe('a preview', () => {
  it('ACC-28 tells who gains and who loses, and leaves nothing behind', async () => {
    const groupId = await groupOf(piotr, guest, jonas);
    const subject = { type: 'group', groupId } as const;
    const rows = async () => [
      await world.database.grant.count(),
      await world.database.outboxEvent.count(),
      await world.database.auditEvent.count(),
    ];
    const before = await rows();
    const change = { change: 'grant', subject, role: 'commenter', expiresAt: null } as const;
    const preview = await previewChange(world.as(ines), { ...onDocument(), ...change });
    expect(preview).toMatchObject({ gainCount: 2, lossCount: 0, complete: true });
    expect(preview.gains.map(({ person, before: was, after }) => [person.name, was, after]).sort()).toEqual([
      ['Gast', null, 'commenter'],
      ['Piotr Kowalski', null, 'commenter'],
    ]);
    expect(await rows()).toEqual(before);
    const revoked = await previewChange(world.as(ines), { ...onSpace(), change: 'revokeAll' });
    expect(revoked.losses.map(({ person, after }) => [person.name, after])).toEqual([['Jonas Weber', null]]);
    expect(await rows()).toEqual(before);
  });

  it('ACC-28 tells who keeps what they have, and what by', async () => {
    const groupId = await groupOf(piotr, jonas, guest);
    const subject = { type: 'group', groupId } as const;
    const { id } = await grantAccess(world.as(ines), {
      ...onDocument(),
      subject,
      role: 'reader',
      expiresAt: null,
    });
    const own = await give(guest, 'commenter');
    const revoke = { change: 'revoke', grantId: id } as const;
    const preview = await previewChange(world.as(ines), { ...onDocument(), ...revoke });
    expect(preview.losses).toMatchObject([{ person: { id: piotr.id }, before: 'reader', after: null }]);
    expect(preview).toMatchObject({ gainCount: 0, lossCount: 1, keepCount: 2 });
    const keeps = new Map(preview.keeps.map(({ person, by }) => [person.id, by]));
    expect(keeps.get(jonas.id)).toMatchObject({
      way: 'grant',
      role: 'editor',
      source: { resourceType: 'space', title: 'Coast', inherited: true },
    });
    expect(keeps.get(guest.id)).toMatchObject({ way: 'grant', role: 'commenter', source: { title: 'Plan' } });
    const end = soon(60);
    const ending = await previewChange(world.as(ines), {
      ...onDocument(),
      ...{ change: 'change', grantId: own.id, expiresAt: end },
    });
    expect(ending).toMatchObject({ gainCount: 0, lossCount: 0, keepCount: 1 });
    expect(ending.keeps).toMatchObject([{ person: { id: guest.id }, by: { expiresAt: end } }]);
  });

  it('ACC-28 refuses what the change would refuse', async () => {
    const { items } = await listGrants(world.as(ines), { ...onSpace(), limit: 50 });
    const own = items.find(({ role }) => role === 'owner');
    await expect(
      previewChange(world.as(ines), { ...onSpace(), change: 'revoke', grantId: own?.id ?? '' }),
    ).rejects.toMatchObject(code('last_owner'));
    await expect(previewChange(world.as(jonas), { ...onSpace(), change: 'revokeAll' })).rejects.toMatchObject(
      code('forbidden'),
    );
  });

  it('ACC-28 of a link tells who came by it and would be out, and makes none', async () => {
    const terms = { reach: 'organisation', role: 'commenter', expiresAt: null } as const;
    const { token } = await setLink(world.as(ines), { ...onDocument(), ...terms, renew: false });
    await openLink(world.as(piotr), { token: token ?? '' });
    const ask = (wanted: { role?: 'reader' | 'editor'; renew?: boolean }) =>
      previewChange(world.as(ines), {
        ...onDocument(),
        ...{ change: 'link', ...terms, renew: false, ...wanted },
      });
    expect((await ask({ role: 'reader' })).losses).toMatchObject([
      { person: { id: piotr.id }, before: 'commenter', after: 'reader' },
    ]);
    expect((await ask({ renew: true })).losses).toMatchObject([{ person: { id: piotr.id }, after: null }]);
    // Nobody's link was changed by looking.
    expect((await openLink(world.as(piotr), { token: token ?? '' })).role).toBe('commenter');
    await expect(
      previewChange(world.as(ines), {
        ...onDocument(),
        ...{ change: 'link', reach: 'anyone', role: 'reader', expiresAt: null, renew: false },
      }),
    ).rejects.toMatchObject(code('link_too_open'));
  });
});
