import type { TestPerson } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spaceRole } from '../access/spaceAccess';
import {
  createDocument,
  getDocument,
  listDocuments,
  listTree,
  moveDocument,
  restoreDocument,
  trashDocument,
} from '../documents';
import { findDoor } from '../guests/findDoor';
import { getRoom } from '../meetings';
import { shareSpace } from '../organisations';
import { search } from '../search';
import { getSharing, listGrants, listPeopleWithAccess, openLink, setSharingPolicy } from '../sharing';
import { hashLinkToken } from '../sharing/linkSecrets';
import { getSpace, listMembers, listSpaces } from '../spaces';
import { createLabelHouse, type LabelledSpace } from './testing/labelHouse';

type House = Awaited<ReturnType<typeof createLabelHouse>>;

let house: House;
let at: LabelledSpace;
beforeAll(async () => {
  house = await createLabelHouse();
});
beforeEach(async () => {
  at = await house.createSpace();
});
afterAll(() => house?.world.close());

const code = (expected: string) => ({ code: expected });

describe('LBL-1 the labels of an organisation', () => {
  it('are three to begin with, and new spaces carry the one in the middle', async () => {
    const { world, ines, roads } = house;
    const { space } = at;
    const rows = await world.database.label.findMany({
      where: { organisationId: roads },
      orderBy: { rank: 'asc' },
    });
    expect(rows.map(({ key, isDefault }) => [key, isDefault])).toEqual([
      ['public', false],
      ['internal', true],
      ['restricted', false],
    ]);
    expect((await getSpace(world.as(ines), { spaceId: space.id })).label).toMatchObject({ key: 'internal' });
    expect((await getRoom(world.as(ines), space.roomId)).label).toMatchObject({ key: 'internal' });
  });
});

describe('LBL-3 a label is inherited', () => {
  it('and what is below may be stricter, never laxer', async () => {
    const { world, ines, labels, label } = house;
    const { space, folderId, documentId, on } = at;
    await label(on(folderId), labels.restricted);
    expect((await getDocument(world.as(ines), { documentId })).label).toMatchObject({ key: 'restricted' });
    expect(await label(on(), labels.public)).toMatchObject({
      own: { key: 'public' },
      inherited: { key: 'restricted' },
      effective: { key: 'restricted', guests: false },
    });
    const { items } = await listTree(world.as(ines), { spaceId: space.id, trashed: false });
    const shown = new Map(items.map((one) => [one.id, [one.label?.key, one.abilities.export]]));
    expect(shown.get(folderId)).toEqual(['restricted', false]);
    expect(shown.get(documentId)).toEqual(['restricted', false]);
    expect((await getDocument(world.as(ines), { documentId })).abilities.export).toBe(false);
  });

  it('from wherever it was moved or restored, which lowers nothing', async () => {
    const { world, ines, jonas, labels, label } = house;
    const { space, folderId, documentId, on } = at;
    await label(on(folderId), labels.restricted);
    const moved = await moveDocument(world.as(jonas), { documentId, parentId: null, afterId: null });
    expect(moved.label).toMatchObject({ key: 'restricted' });
    const { id } = await createDocument(world.as(ines), {
      spaceId: space.id,
      title: 'Note',
      parentId: folderId,
    });
    await trashDocument(world.as(ines), { documentId: id });
    await trashDocument(world.as(ines), { documentId: folderId });
    const restored = await restoreDocument(world.as(jonas), { documentId: id });
    expect([restored.parentId, restored.label?.key]).toEqual([null, 'restricted']);
  });

  it('and holds at once where something is moved to', async () => {
    const { world, ines, guest, labels, label, give, roleOf } = house;
    const { space, documentId, on } = at;
    await give(on(), guest);
    const { id } = await createDocument(world.as(ines), {
      spaceId: space.id,
      title: 'Closed',
      parentId: null,
    });
    await label(on(id), labels.restricted);
    expect(await roleOf(guest, documentId)).toBe('editor');
    await moveDocument(world.as(ines), { documentId, parentId: id, afterId: null });
    expect(await roleOf(guest, documentId)).toBeNull();
  });
});

describe('LBL-4 LBL-5 raising a label keeps out at once whom it does not permit', () => {
  beforeEach(async () => {
    const { world, ines, guest, lena, roads, give } = house;
    const { space, onSpace } = at;
    await shareSpace(world.as(ines), { spaceId: space.id, organisationId: roads });
    for (const person of [guest, lena]) await give(onSpace, person);
  });

  it('everywhere: space, call, lists, search, documents; and lets them in again when it is lowered', async () => {
    const { world, ines, jonas, guest, lena, labels, label } = house;
    const { space, documentId, onSpace, on } = at;
    const reads = async (person: TestPerson) => {
      const op = world.as(person);
      const outcome = async (work: Promise<unknown>) =>
        work.then(
          () => true,
          (error: { code: string }) => (error.code === 'not_found' ? false : Promise.reject(error)),
        );
      return {
        role: await spaceRole(op, space.id),
        space: await outcome(getSpace(op, { spaceId: space.id })),
        room: await outcome(getRoom(op, space.roomId)),
        tree: await outcome(listTree(op, { spaceId: space.id, trashed: false })),
        document: await outcome(getDocument(op, { documentId })),
        spaces: (await listSpaces(op, { limit: 50 })).items.some(({ id }) => id === space.id),
        recent: (await listDocuments(op, { limit: 50 })).items.some(({ id }) => id === documentId),
        found: (await search(op, { q: 'quayplan' })).documents.some(({ id }) => id === documentId),
      };
    };
    const all = {
      space: true,
      room: true,
      tree: true,
      document: true,
      spaces: true,
      recent: true,
      found: true,
    };
    const none = {
      space: false,
      room: false,
      tree: false,
      document: false,
      spaces: false,
      recent: false,
      found: false,
    };
    for (const person of [guest, lena, jonas])
      expect(await reads(person)).toEqual({ role: 'editor', ...all });
    const last = await world.database.outboxEvent.findFirst({ orderBy: { id: 'desc' } });
    const before = last?.id ?? 0n;
    await label(onSpace, labels.restricted);
    for (const person of [guest, lena]) expect(await reads(person)).toEqual({ role: null, ...none });
    expect(await reads(jonas)).toEqual({ role: 'editor', ...all });
    const events = await world.database.outboxEvent.findMany({ where: { id: { gt: before } } });
    for (const person of [guest, lena]) {
      const told = { type: 'access.changed', userId: person.id, spaceId: space.id };
      expect(events.map(({ event }) => event)).toContainEqual(told);
    }
    const members = await listMembers(world.as(ines), { spaceId: space.id, limit: 50 });
    expect(members.items.map(({ person }) => person.name)).toEqual(['Inès Moreau', 'Jonas Weber']);
    const grants = await listGrants(world.as(ines), { ...onSpace, limit: 50 });
    expect(grants.items.filter(({ barred }) => barred).map(({ subject }) => subject)).toMatchObject([
      { person: { id: guest.id } },
      { person: { id: lena.id } },
    ]);
    const people = await listPeopleWithAccess(world.as(ines), { ...on(), limit: 50 });
    expect(people.items.map(({ person }) => person.name)).toEqual(['Inès Moreau', 'Jonas Weber']);
    await label(onSpace, labels.internal, 'The tender is over');
    for (const person of [guest, lena]) expect(await reads(person)).toEqual({ role: 'editor', ...all });
  });

  it('of one document and what is below it, though they are in its space', async () => {
    const { world, jonas, guest, lena, labels, label, roleOf } = house;
    const { space, folderId, documentId, on } = at;
    await label(on(folderId), labels.restricted, undefined, jonas);
    for (const person of [guest, lena]) {
      expect(await spaceRole(world.as(person), space.id)).toBe('editor');
      expect([await roleOf(person, documentId), await roleOf(person, folderId)]).toEqual([null, null]);
      const { items } = await listTree(world.as(person), { spaceId: space.id, trashed: false });
      expect(items).toEqual([]);
      expect((await getSpace(world.as(person), { spaceId: space.id })).documentCount).toBe(0);
      const found = await search(world.as(person), { q: 'quayplan' });
      expect(found.documents.filter(({ id }) => id === documentId)).toEqual([]);
    }
    expect(await roleOf(jonas, documentId)).toBe('editor');
  });

  it('links too, for whoever came by them', async () => {
    const { world, ines, guest, lena, roads, labels, label, link, roleOf } = house;
    const { documentId, onSpace, on } = at;
    await label(onSpace, labels.public, 'A public hearing');
    await setSharingPolicy(world.as(ines), { ...onSpace, linkReach: 'anyone' });
    const token = await link(on(), 'anyone');
    const inside = await world.person('Passer By');
    const outside = await world.person('Passer From Elsewhere', { organisationId: roads });
    for (const person of [inside, outside]) await openLink(world.as(person), { token });
    expect([await roleOf(inside, documentId), await roleOf(outside, documentId)]).toEqual([
      'reader',
      'reader',
    ]);
    await label(onSpace, labels.internal);
    expect([await roleOf(inside, documentId), await roleOf(outside, documentId)]).toEqual(['reader', null]);
    expect((await getSharing(world.as(ines), on())).link?.effective.reach).toBe('organisation');
    await expect(openLink(world.as(lena), { token })).rejects.toMatchObject(code('not_found'));
    await expect(findDoor(world.as(guest), token)).rejects.toMatchObject(code('not_found'));
    await label(onSpace, labels.restricted);
    expect([await roleOf(inside, documentId), await roleOf(outside, documentId)]).toEqual([null, null]);
    await expect(openLink(world.as(inside), { token })).rejects.toMatchObject(code('not_found'));
  });

  it('and what was mailed to a guest', async () => {
    const { world, ines, guest, labels, label } = house;
    const { space, onSpace } = at;
    const token = 'a way in that was mailed';
    await world.database.guest.upsert({
      where: { userId: guest.id },
      create: { userId: guest.id, invitedById: ines.id, locale: 'en' },
      update: {},
    });
    await world.database.guestToken.create({
      data: {
        tokenHash: hashLinkToken(`${token} ${space.id}`),
        userId: guest.id,
        ...onSpace,
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    const door = () => findDoor(world.as(ines), `${token} ${space.id}`);
    expect(await door()).toMatchObject({ resourceId: space.id });
    await label(onSpace, labels.restricted);
    await expect(door()).rejects.toMatchObject(code('not_found'));
  });
});
