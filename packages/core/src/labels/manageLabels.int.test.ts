import type { LabelRules } from '@hemicycle/contracts';
import { createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spaceRole } from '../access/spaceAccess';
import { createSpace } from '../spaces';
import { createLabel, deleteLabel, listLabels, orderLabels, setLabel, updateLabel } from './index';

let world: TestWorld;
let admin: TestPerson;
let ines: TestPerson;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person('Admin House', { organisationRole: 'administrator' });
  ines = await world.person('Inès Moreau');
});
afterAll(() => world?.close());
beforeEach(async () => {
  const { database } = world;
  await database.space.updateMany({ data: { labelId: null } });
  await database.document.updateMany({ data: { labelId: null } });
  await database.label.deleteMany({ where: { key: null } });
});

const code = (expected: string) => ({ code: expected });
const CONFIDENTIAL: LabelRules = { linkReach: 'restricted', guests: true, others: false, exports: false };
const create = (name: string, rules: LabelRules, person = admin) =>
  createLabel(world.as(person), { name, tone: 'amber', ...rules });
const called = async () =>
  (await listLabels(world.as(admin))).items.map(({ key, name, rank }) => [rank, name ?? key]);

describe('LBL-2 administrators keep the labels', () => {
  it('each at the strictest place that what it permits leaves it', async () => {
    await create('Confidential', CONFIDENTIAL);
    expect(await called()).toEqual([
      [0, 'public'],
      [1, 'internal'],
      [2, 'Confidential'],
      [3, 'restricted'],
    ]);
    await expect(create('confidential', CONFIDENTIAL)).rejects.toMatchObject(code('name_taken'));
    // Guests, or people of other organisations: neither is stricter than the other.
    const other = { linkReach: 'restricted', guests: false, others: true, exports: false } as const;
    await expect(create('Across', other)).rejects.toMatchObject(code('label_order'));
  });

  it('in an order in which none permits what a more open one does not', async () => {
    const { items } = await listLabels(world.as(admin));
    const ids = items.map(({ id }) => id);
    await expect(orderLabels(world.as(admin), { labelIds: ids.toReversed() })).rejects.toMatchObject(
      code('label_order'),
    );
    for (const labelIds of [ids.slice(1), [...ids.slice(1), ...ids.slice(1)]]) {
      await expect(orderLabels(world.as(admin), { labelIds })).rejects.toMatchObject(code('conflict'));
    }
    const { id } = await create('As strict', {
      linkReach: 'restricted',
      guests: false,
      others: false,
      exports: false,
    });
    const [first = '', second = '', third = ''] = ids;
    await orderLabels(world.as(admin), { labelIds: [first, second, id, third] });
    expect((await called()).map(([, name]) => name)).toEqual([
      'public',
      'internal',
      'As strict',
      'restricted',
    ]);
    await expect(updateLabel(world.as(admin), { labelId: third, guests: true })).rejects.toMatchObject(
      code('label_order'),
    );
  });

  it('under names of their own, or those of the catalogues again', async () => {
    const labelId = await world.labelId('internal');
    const renamed = await updateLabel(world.as(admin), { labelId, name: 'Diffusion interne' });
    expect(renamed).toMatchObject({ key: 'internal', name: 'Diffusion interne' });
    expect(await updateLabel(world.as(admin), { labelId, name: null })).toMatchObject({ name: null });
    const own = await create('Confidential', CONFIDENTIAL);
    await expect(updateLabel(world.as(admin), { labelId: own.id, name: null })).rejects.toMatchObject(
      code('invalid_input'),
    );
  });

  it('one of which new spaces carry', async () => {
    const { id: labelId } = await create('Confidential', CONFIDENTIAL);
    await updateLabel(world.as(admin), { labelId, isDefault: true });
    const space = await createSpace(world.as(ines), { name: 'New', purpose: '' });
    expect(space.label?.id).toBe(labelId);
    await updateLabel(world.as(admin), { labelId: await world.labelId('internal'), isDefault: true });
    expect((await listLabels(world.as(admin))).items.filter((one) => one.isDefault)).toHaveLength(1);
  });

  it('and delete none that is in use, in the trash too', async () => {
    const { id: labelId } = await create('Confidential', CONFIDENTIAL);
    const space = await world.space(ines, 'Coast');
    const documentId = await world.document(ines, space.id, 'Plan');
    await world.database.document.update({
      where: { id: documentId },
      data: { labelId, trashedAt: new Date(), trashedWithId: documentId },
    });
    await expect(deleteLabel(world.as(admin), { labelId })).rejects.toMatchObject(code('label_in_use'));
    await expect(
      deleteLabel(world.as(admin), { labelId: await world.labelId('internal') }),
    ).rejects.toMatchObject(code('label_in_use'));
    await world.database.document.update({ where: { id: documentId }, data: { labelId: null } });
    await deleteLabel(world.as(admin), { labelId });
    expect((await called()).map(([rank]) => rank)).toEqual([0, 1, 2]);
  });

  it('with a recent sign-in, and nobody else', async () => {
    const labelId = await world.labelId('internal');
    const { sessionId } = admin.actor;
    const { authTime } = await world.database.session.findUniqueOrThrow({ where: { id: sessionId } });
    const signedIn = (at: Date) =>
      world.database.session.update({ where: { id: sessionId }, data: { authTime: at } });
    await signedIn(new Date(Date.now() - 24 * 60 * 60 * 1000));
    const acts = (person: TestPerson) => [
      () => create('Confidential', CONFIDENTIAL, person),
      () => updateLabel(world.as(person), { labelId, tone: 'danger' }),
      () => orderLabels(world.as(person), { labelIds: [labelId] }),
      () => deleteLabel(world.as(person), { labelId }),
    ];
    for (const act of acts(admin)) await expect(act()).rejects.toMatchObject(code('step_up_required'));
    await signedIn(authTime);
    for (const act of acts(ines)) await expect(act()).rejects.toMatchObject(code('forbidden'));
  });
});

it('LBL-5 what a label permits less of is lost at once wherever it is, and told of to every process', async () => {
  const guest = await world.person('Gast Delta', { organisationRole: 'guest' });
  const { id: labelId } = await create('Confidential', CONFIDENTIAL);
  const space = await world.space(ines, 'Coast', [[guest, 'reader']]);
  await setLabel(world.as(ines), { resourceType: 'space', resourceId: space.id, labelId });
  expect(await spaceRole(world.as(guest), space.id)).toBe('reader');
  const before = await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } });
  await updateLabel(world.as(admin), { labelId, guests: false });
  expect(await spaceRole(world.as(guest), space.id)).toBeNull();
  const told = await world.database.outboxEvent.findMany({ where: { id: { gt: before?.id ?? 0n } } });
  expect(told).toMatchObject([
    { topic: 'servers', event: { type: 'access.changed', userId: null, spaceId: null } },
  ]);
});
