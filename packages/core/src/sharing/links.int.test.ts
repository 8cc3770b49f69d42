import type { HandlerBody } from '@hemicycle/contracts';
import {
  createRandom,
  createWorld,
  type TestPerson,
  type TestSpace,
  type TestWorld,
} from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { documentAccess } from '../access/documentAccess';
import { spaceRole } from '../access/spaceAccess';
import { createDocument, getDocument, listDocuments, moveDocument } from '../documents';
import { removeMember } from '../spaces/index';
import {
  getSharing,
  grantAccess,
  listPeopleWithAccess,
  openLink,
  previewChange,
  removeLink,
  revokeAll,
  setLink,
  setSharingPolicy,
} from './index';

let world: TestWorld;
let ines: TestPerson;
let piotr: TestPerson;
let guest: TestPerson;
let stranger: TestPerson;
let space: TestSpace;
let parentId: string;
let documentId: string;
beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
  piotr = await world.person('Piotr Kowalski');
  guest = await world.person('Gast', { organisationRole: 'guest' });
  const organisationId = await world.organisation('Ministry of Roads');
  stranger = await world.person('Stranger', { organisationId });
});
beforeEach(async () => {
  space = await world.space(ines, 'Coast');
  const labelId = await world.labelId('public');
  await world.database.space.update({ where: { id: space.id }, data: { labelId } });
  parentId = await world.document(ines, space.id, 'Parent');
  documentId = (await createDocument(world.as(ines), { spaceId: space.id, title: 'Plan', parentId })).id;
});
afterAll(() => world?.close());

type Terms = Partial<HandlerBody<'PUT /access/{resourceType}/{resourceId}/link'>>;
const code = (expected: string) => ({ code: expected });
const on = (id = documentId) => ({ resourceType: 'document', resourceId: id }) as const;
const onSpace = () => ({ resourceType: 'space', resourceId: space.id }) as const;
const link = async (terms: Terms = {}, key: ReturnType<typeof on> | ReturnType<typeof onSpace> = on()) => {
  const all = { reach: 'organisation', role: 'reader', expiresAt: null, renew: false, ...terms } as const;
  return (await setLink(world.as(ines), { ...key, ...all })).token ?? '';
};
const open = (person: TestPerson, token: string, password?: string) =>
  openLink(world.as(person), { token, ...(password !== undefined && { password }) });
const roleOf = async (person: TestPerson, id = documentId) =>
  (await documentAccess(world.as(person), id)).role;
const allow = (
  linkReach: 'restricted' | 'organisation' | 'anyone' | null,
  key: Parameters<typeof link>[1] = onSpace(),
) => setSharingPolicy(world.as(ines), { ...key, linkReach });

describe('a link', () => {
  it('ACC-40 opens to whom it reaches, by its token alone, and then stands in their lists', async () => {
    const token = await link({ role: 'commenter' });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await roleOf(piotr)).toBeNull();
    await expect(open(piotr, documentId)).rejects.toMatchObject(code('not_found'));
    for (const person of [guest, stranger]) {
      await expect(open(person, token)).rejects.toMatchObject(code('not_found'));
    }
    expect(await open(piotr, token)).toMatchObject({ resourceId: documentId, role: 'commenter' });
    await open(piotr, token);
    expect(await roleOf(piotr)).toBe('commenter');
    expect(await roleOf(piotr, parentId)).toBeNull();
    const { items } = await listDocuments(world.as(piotr), { limit: 50 });
    expect(items.map(({ id }) => id)).toContain(documentId);
    const people = await listPeopleWithAccess(world.as(ines), { ...on(), limit: 50 });
    expect(people.items.find(({ person }) => person.id === piotr.id)?.reasons).toMatchObject([
      { way: 'link', role: 'commenter', source: { inherited: false } },
    ]);
  });

  it('ACC-40 keeps neither token nor password in the database', async () => {
    const token = await link({ password: 'correct horse' });
    const [row] = await world.database.$queryRaw<{ text: string }[]>`
      SELECT (SELECT string_agg(l::text, '') FROM links l) || (SELECT string_agg(a::text, '') FROM audit_events a) ||
        (SELECT string_agg(e::text, '') FROM outbox_events e) AS text`;
    expect(row?.text).not.toContain(token);
    expect(row?.text).not.toContain(Buffer.from(token).toString('hex'));
    expect(row?.text).not.toContain('correct horse');
    expect(JSON.stringify(await getSharing(world.as(ines), on()))).not.toMatch(/scrypt|tokenHash/);
  });

  it('ACC-41 asks for its password, and asks again when that changes', async () => {
    const token = await link({ password: 'correct horse' });
    await expect(open(piotr, token)).rejects.toMatchObject(code('link_password_required'));
    await expect(open(piotr, token, 'wrong horse')).rejects.toMatchObject(code('link_password_wrong'));
    expect(await roleOf(piotr)).toBeNull();
    await open(piotr, token, 'correct horse');
    expect(await roleOf(piotr)).toBe('reader');
    await link({ password: 'another horse' });
    expect(await roleOf(piotr)).toBeNull();
    await expect(open(piotr, token, 'correct horse')).rejects.toMatchObject(code('link_password_wrong'));
    await link({ password: null });
    await open(piotr, token);
  });

  it('ACC-42 that is taken back, renewed or expired is out, for those who came by it too', async () => {
    const first = await link();
    await open(piotr, first);
    const second = await link({ renew: true });
    expect(await roleOf(piotr)).toBeNull();
    await expect(open(piotr, first)).rejects.toMatchObject(code('not_found'));
    await open(piotr, second);
    await world.database.link.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await roleOf(piotr)).toBeNull();
    await expect(open(piotr, second)).rejects.toMatchObject(code('not_found'));
    const third = await link();
    await open(piotr, third);
    const before = (await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;
    await removeLink(world.as(ines), on());
    expect(await roleOf(piotr)).toBeNull();
    await expect(getDocument(world.as(piotr), { documentId })).rejects.toMatchObject(code('not_found'));
    const told = await world.database.outboxEvent.findMany({ where: { id: { gt: before } } });
    expect(told.map(({ event }) => event)).toContainEqual({
      type: 'access.changed',
      userId: piotr.id,
      spaceId: space.id,
    });
  });

  it('ACC-43 is never more open than what the owners of it and above allow, whenever they say so', async () => {
    await expect(link({ reach: 'anyone' })).rejects.toMatchObject(code('link_too_open'));
    await allow('anyone');
    const token = await link({ reach: 'anyone', role: 'editor' });
    await open(stranger, token);
    await open(guest, token);
    expect([await roleOf(stranger), await roleOf(guest)]).toEqual(['editor', 'editor']);
    await allow('organisation', on(parentId));
    expect([await roleOf(stranger), await roleOf(guest)]).toEqual([null, null]);
    expect((await getSharing(world.as(ines), on())).link?.effective).toEqual({
      reach: 'organisation',
      role: 'editor',
    });
    await moveDocument(world.as(ines), { documentId, parentId: null, afterId: null });
    expect(await roleOf(stranger)).toBe('editor');
    await setSharingPolicy(world.as(ines), { ...onSpace(), linkRole: 'reader' });
    expect(await roleOf(stranger)).toBe('reader');
    await allow('restricted');
    expect(await roleOf(stranger)).toBeNull();
    await expect(open(piotr, token)).rejects.toMatchObject(code('not_found'));
  });

  it('ACC-44 lets nobody pass on what it gives', async () => {
    await setSharingPolicy(world.as(ines), { ...onSpace(), editorsShare: true });
    await open(piotr, await link({ role: 'editor' }));
    expect(await roleOf(piotr)).toBe('editor');
    const subject = { type: 'person', userId: piotr.id } as const;
    const grant = { subject, role: 'reader', expiresAt: null } as const;
    await expect(grantAccess(world.as(piotr), { ...on(), ...grant })).rejects.toMatchObject(
      code('forbidden'),
    );
    await expect(getSharing(world.as(piotr), on())).rejects.toMatchObject(code('forbidden'));
  });

  it('ACC-42 goes with a membership that ends, and with everything that is taken back', async () => {
    await open(piotr, await link({ role: 'commenter' }, onSpace()));
    expect(await spaceRole(world.as(piotr), space.id)).toBe('commenter');
    await removeMember(world.as(ines), { spaceId: space.id, userId: piotr.id });
    expect(await spaceRole(world.as(piotr), space.id)).toBeNull();
    const token = await link();
    await open(piotr, token);
    const preview = await previewChange(world.as(ines), { ...on(), change: 'unlink' });
    expect(preview.losses).toMatchObject([{ person: { id: piotr.id }, before: 'reader', after: null }]);
    await revokeAll(world.as(ines), onSpace());
    expect(await roleOf(piotr)).toBeNull();
    await expect(open(piotr, token)).rejects.toMatchObject(code('not_found'));
  });
});

it.each([31, 32, 33, 34])(
  'ACC-43 a link, its opening, its end and a stricter rule at once, seed %i',
  async (seed) => {
    const random = createRandom(seed);
    await allow('anyone');
    const token = await link({ reach: 'anyone', role: 'editor' });
    const rule = random.chance(0.5) ? 'restricted' : 'organisation';
    const acts = [
      () => open(stranger, token),
      () => allow(rule, random.chance(0.5) ? onSpace() : on(parentId)),
      () =>
        setLink(world.as(ines), { ...on(), reach: 'anyone', role: 'editor', expiresAt: null, renew: false }),
      ...(random.chance(0.5) ? [() => removeLink(world.as(ines), on())] : []),
    ].sort(() => random.next() - 0.5);
    const outcomes = await Promise.allSettled(acts.map((act) => act()));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(['not_found', 'link_too_open']).toContain(outcome.reason.code);
    }
    // Whatever the order: the rule holds now, and it reaches no stranger.
    expect(await roleOf(stranger)).toBeNull();
  },
);
