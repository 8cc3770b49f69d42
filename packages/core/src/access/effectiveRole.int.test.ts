import { ROLES, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { abilities } from '@hemicycle/policies';
import { createRandom, createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listDocuments, listTree } from '../documents';
import { listMembers } from '../spaces/listMembers';
import { documentAccess } from './documentAccess';
import { documentStandings } from './documentStandings';
import { documentNodes, holders, spaceNode } from './holders';
import { readableDocuments } from './readableDocuments';
import { spaceAccess, spaceRole } from './spaceAccess';
import { spacesOfPeople } from './spacesOfPeople';
import { createRandomHouse, expectedExportable, expectedRole, type RandomHouse } from './testing/randomHouse';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

let world: TestWorld;
let people: TestPerson[];
beforeAll(async () => {
  world = await createWorld();
  people = [];
  for (let index = 0; index < 6; index += 1) people.push(await world.person(`Person ${index}`));
  people.push(await world.person('Guest', { organisationRole: 'guest' }));
  const organisationId = await world.organisation('Ministry of Roads');
  people.push(await world.person('Stranger', { organisationId }));
});
afterAll(() => world?.close());

/** Roles as the resource tells them: whoever is not named has none. */
async function rolesByHolders(nodes: Prisma.Sql): Promise<Map<string, Role>> {
  const rows = await readRows<{ userId: string; role: Role }>(
    world.database,
    Prisma.sql`SELECT h.user_id AS "userId", max(h.role)::text AS role FROM ${holders(nodes, new Date())} h
      GROUP BY h.user_id`,
  );
  return new Map(rows.map(({ userId, role }) => [userId, role]));
}

describe.each(SEEDS)('a house of chance, seed %i', (seed) => {
  let house: RandomHouse;
  const isHere = (documentId: string) => house.documents.some(({ id }) => id === documentId);
  beforeAll(async () => {
    house = await createRandomHouse(world, people, createRandom(seed));
  });

  it('ACC-1 gives each person on each document the strongest of all ways, asked singly and all at once', async () => {
    const claims = people.flatMap(({ id: userId }) =>
      house.documents.map(({ id: documentId }) => ({ userId, documentId })),
    );
    const expected = claims.map(({ userId, documentId }) =>
      expectedRole(house, userId, 'document', documentId),
    );
    const standings = await documentStandings(world.database, claims, new Date());
    expect(standings.map((standing) => standing?.role)).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(2);
    const [first] = people as [TestPerson];
    const mine = house.documents.map(({ id }) => expectedRole(house, first.id, 'document', id));
    const singly = await Promise.all(house.documents.map(({ id }) => documentAccess(world.as(first), id)));
    expect(singly.map(({ role }) => role)).toEqual(mine);
    const readable = await readableDocuments(
      world.as(first),
      house.documents.map(({ id }) => id),
    );
    expect([...readable.keys()].sort()).toEqual(
      house.documents
        .map(({ id }) => id)
        .filter((_, index) => mine[index] !== null)
        .sort(),
    );
  });

  it('ACC-1 gives each person in each space the strongest of all ways, asked singly and all at once', async () => {
    const spaces = await spacesOfPeople(
      world.database,
      people.map(({ id }) => id),
      new Date(),
    );
    for (const person of people) {
      for (const spaceId of house.spaces) {
        const expected = expectedRole(house, person.id, 'space', spaceId);
        expect(spaces.get(person.id)?.get(spaceId) ?? null).toBe(expected);
        expect(await spaceRole(world.as(person), spaceId)).toBe(expected);
        expect((await spaceAccess(world.as(person), spaceId)).role).toBe(expected);
      }
    }
  });

  it('ACC-6 says of each document of a list what that role allows, in its tree and among the recent ones', async () => {
    for (const person of people) {
      const may = (documentId: string) =>
        abilities(person.actor, 'document', {
          role: expectedRole(house, person.id, 'document', documentId),
          trashed: false,
          exportable: expectedExportable(house, documentId),
        });
      const { items: recent } = await listDocuments(world.as(person), { limit: 100 });
      for (const { id, abilities: told } of recent) if (isHere(id)) expect(told).toEqual(may(id));
      for (const spaceId of house.spaces) {
        if (expectedRole(house, person.id, 'space', spaceId) === null) continue;
        const { items } = await listTree(world.as(person), { spaceId, trashed: false });
        for (const { id, abilities: told } of items) expect(told).toEqual(may(id));
        const readable = house.documents.filter((one) => one.spaceId === spaceId && may(one.id).read);
        expect(items.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort());
      }
    }
  });

  it('ACC-2 tells the same from the resource’s side as from the person’s', async () => {
    const resources = [
      ...house.spaces.map((id) => ({
        type: 'space' as const,
        id,
        nodes: spaceNode(Prisma.sql`${id}::uuid`),
      })),
      ...house.documents.map(({ id }) => ({
        type: 'document' as const,
        id,
        nodes: documentNodes(Prisma.sql`${id}::uuid`),
      })),
    ];
    for (const { type, id, nodes } of resources) {
      const told = await rolesByHolders(nodes);
      for (const person of people) {
        expect(told.get(person.id) ?? null).toBe(expectedRole(house, person.id, type, id));
      }
    }
  });

  it('ACC-2 lists as members of a space whoever holds something there, and nobody else', async () => {
    for (const spaceId of house.spaces) {
      const roles = people.map(({ id }) => [id, expectedRole(house, id, 'space', spaceId)] as const);
      const expected = new Map(roles.filter(([, role]) => role !== null));
      const [reader] = people.filter(({ id }) => expected.has(id));
      if (reader === undefined) continue;
      const { items } = await listMembers(world.as(reader), { spaceId, limit: 100 });
      expect(new Map(items.map(({ person, role }) => [person.id, role]))).toEqual(expected);
    }
  });
});

it('ACC-3 asks once for a page, however many documents', async () => {
  const [first] = people as [TestPerson];
  const house = await createRandomHouse(world, people, createRandom(99));
  const op = world.as(first);
  let queries = 0;
  const counting = op.database.$extends({
    query: {
      $allOperations({ args, query }) {
        queries += 1;
        return query(args);
      },
    },
  });
  const found = await readableDocuments(
    { ...op, db: counting as unknown as typeof op.db },
    house.documents.map(({ id }) => id),
  );
  expect(found.size).toBeGreaterThan(1);
  expect(queries).toBe(1);
});

it('ACC-4 orders roles in the database as everywhere else', async () => {
  const rows = await readRows<{ role: Role }>(
    world.database,
    Prisma.sql`SELECT unnest(enum_range(NULL::"Role"))::text AS role`,
  );
  expect(rows.map(({ role }) => role)).toEqual([...ROLES]);
});
