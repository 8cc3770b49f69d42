import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHome } from '@hemicycle/core';
import { createWorld, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import demo from './accounts.json';
import { seedDemo } from './seedDemo';

let world: TestWorld;
const ISSUER = 'https://identity.example/realms/demo';
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.close());

it('writes the demo once, however often it runs', async () => {
  const counts = async () => [
    await world.database.space.count(),
    await world.database.message.count(),
    await world.database.document.count(),
    await world.database.user.count({ where: { issuer: ISSUER } }),
  ];
  expect(await seedDemo(world.database, ISSUER)).toBe('written');
  const first = await counts();
  expect(first[0]).toBe(2);
  expect(await seedDemo(world.database, ISSUER)).toBe('there already');
  expect(await counts()).toEqual(first);
});

it('gives the director something to come back to', async () => {
  const user = await world.database.user.findFirstOrThrow({ where: { issuer: ISSUER, name: 'Inès Moreau' } });
  const actor = {
    kind: 'account',
    userId: user.id,
    organisationId: user.organisationId,
    organisationRole: user.organisationRole,
    sessionId: user.id,
  } as const;
  const home = await getHome(world.as({ id: user.id, name: user.name, cookie: '', actor }));
  expect(home.spaces.map(({ name, mentionCount }) => [name, mentionCount])).toEqual([
    ['Coastal resilience', 1],
    ['Finance', 0],
  ]);
  expect(home.mentions).toHaveLength(1);
  expect(home.documents.length).toBeGreaterThanOrEqual(4);
  expect(home.documents[0]?.excerpt).toContain('Draft 3 for the steering group');
});

it('writes documents when they were written, so that compaction finds no later edit', async () => {
  const updates = await world.database.documentUpdate.findMany({
    select: { createdAt: true, document: { select: { createdAt: true, editedAt: true } } },
  });
  expect(updates.length).toBeGreaterThanOrEqual(6);
  for (const { createdAt, document } of updates) {
    expect(createdAt).toEqual(document.createdAt);
    expect(document.editedAt.getTime()).toBeLessThan(Date.now() - 10 * 60_000);
  }
});

it('knows the accounts of the realm by their subjects', () => {
  const realm = JSON.parse(
    readFileSync(join(__dirname, '../../infra/keycloak/hemicycle-realm.json'), 'utf8'),
  ) as {
    users: { id?: string; username: string; email?: string; enabled: boolean }[];
    organizations: { id: string; name: string }[];
  };
  expect([demo.organisation, demo.neighbour].map(({ externalKey: id, name }) => ({ id, name }))).toEqual(
    realm.organizations.map(({ id, name }) => ({ id, name })),
  );
  const people = realm.users.filter(({ id }) => id !== undefined);
  expect(demo.accounts.map(({ subject, username, email }) => ({ subject, username, email }))).toEqual(
    people.map(({ id, username, email }) => ({ subject: id, username, email })),
  );
});
