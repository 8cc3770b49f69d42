import { createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getPerson } from '../people/getPerson';
import { listPeople } from '../people/listPeople';
import { search } from './search';

let world: TestWorld;
let ines: TestPerson;
let elise: TestPerson;
let guest: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
  elise = await world.person('Élise Müller-Straße');
  guest = await world.person('Delta Guest', { organisationRole: 'guest' });
  outsider = await world.person('Outside Person');
  const space = await world.space(ines, 'Résilience côtière', [
    [elise, 'editor'],
    [guest, 'reader'],
  ]);
  await world.document(elise, space.id, 'Schéma des crues');
  await world.message(elise, space.channelId, 'Die Größe der Schleuse überrascht niemanden');
  await world.space(outsider, 'Résilience ailleurs');
});
afterAll(() => world?.close());

const names = (items: { name: string }[]): string[] => items.map(({ name }) => name);

describe('search', () => {
  it.each([
    ['resil', 'spaces', 'Résilience côtière'],
    ['RÉSILIENCE COTIERE', 'spaces', 'Résilience côtière'],
    ['schema cru', 'documents', 'Schéma des crues'],
    ['crues schéma', 'documents', 'Schéma des crues'],
    ['grosse schl', 'messages', 'Die Größe der Schleuse überrascht niemanden'],
    ['eli', 'people', 'Élise Müller-Straße'],
    ['strasse', 'people', 'Élise Müller-Straße'],
    ['mul el', 'people', 'Élise Müller-Straße'],
    ['elise.muller', 'people', 'Élise Müller-Straße'],
  ] as const)('%j finds in %s', async (q, kind, expected) => {
    const found = await search(world.as(ines), { q });
    expect(JSON.stringify(found[kind])).toContain(expected);
  });

  it.each(['schl grosse x', 'esilience', "' OR 1=1 --", ':*', '&', '\\'])('%j finds nothing', async (q) => {
    const { spaces, documents, messages } = await search(world.as(ines), { q });
    expect([...spaces, ...documents, ...messages]).toEqual([]);
  });

  it('stops at what the caller may read', async () => {
    expect(names((await search(world.as(ines), { q: 'resilience' })).spaces)).toEqual(['Résilience côtière']);
    expect(names((await search(world.as(outsider), { q: 'resilience' })).spaces)).toEqual([
      'Résilience ailleurs',
    ]);
    for (const q of ['schema', 'grosse']) {
      const { documents, messages } = await search(world.as(outsider), { q });
      expect([...documents, ...messages]).toEqual([]);
    }
  });

  it('forgets what was deleted and what is in the trash', async () => {
    const space = await world.space(ines, 'Trash');
    const document = await world.document(ines, space.id, 'Wegwerfplan');
    const message = await world.message(ines, space.channelId, 'Wegwerfwort');
    const hits = async () => {
      const { documents, messages } = await search(world.as(ines), { q: 'wegwerf' });
      return documents.length + messages.length;
    };
    expect(await hits()).toBe(2);
    await world.database.document.update({ where: { id: document }, data: { trashedAt: new Date() } });
    await world.database.message.update({ where: { id: message }, data: { deletedAt: new Date() } });
    expect(await hits()).toBe(0);
  });

  it('is answered from the indexes', async () => {
    for (const table of ['users', 'spaces', 'documents', 'messages']) {
      const plan = await world.database.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off');
        return tx.$queryRawUnsafe<Record<string, string>[]>(
          `EXPLAIN SELECT id FROM ${table} WHERE to_tsvector('simple', search_text) @@ to_tsquery('simple', 'a:*')`,
        );
      });
      expect(JSON.stringify(plan)).toContain(`${table}_search_idx`);
    }
  });
});

describe('people', () => {
  const everyone = async (person: TestPerson, q?: string) =>
    listPeople(world.as(person), { limit: 50, ...(q === undefined ? {} : { q }) });

  it('are all of the house to its members, with addresses', async () => {
    const { items } = await everyone(ines);
    expect(names(items)).toEqual(['Delta Guest', 'Élise Müller-Straße', 'Inès Moreau', 'Outside Person']);
    expect(items.every(({ email }) => email !== null)).toBe(true);
  });

  it('are those of shared spaces to a guest, without addresses', async () => {
    const { items } = await everyone(guest);
    expect(names(items)).toEqual(['Delta Guest', 'Élise Müller-Straße', 'Inès Moreau']);
    expect(items.every(({ email }) => email === null)).toBe(true);
    expect((await everyone(guest, 'outside')).items).toEqual([]);
    await expect(getPerson(world.as(guest), { userId: outsider.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    const { people } = await search(world.as(guest), { q: 'outside' });
    expect(people).toEqual([]);
  });

  it('show only the spaces shared with who asks', async () => {
    expect(names((await getPerson(world.as(elise), { userId: ines.id })).sharedSpaces)).toEqual([
      'Résilience côtière',
    ]);
    expect((await getPerson(world.as(outsider), { userId: ines.id })).sharedSpaces).toEqual([]);
  });

  it('who left the house are not found, but still known', async () => {
    const gone = await world.person('Gone Yesterday');
    await world.database.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    expect((await everyone(ines, 'gone')).items).toEqual([]);
    expect((await getPerson(world.as(ines), { userId: gone.id })).name).toBe('Gone Yesterday');
  });
});
