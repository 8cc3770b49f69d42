import { ROLES } from '@hemicycle/contracts';
import { createRandom, createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentAccess } from '../access/documentAccess';
import { createDocument, moveDocument } from '../documents';
import { changeGrant, grantAccess, listGrants, revokeAll, revokeGrant, transferOwnership } from './index';

let world: TestWorld;
let owners: TestPerson[];
let piotr: TestPerson;
beforeAll(async () => {
  world = await createWorld();
  owners = [await world.person('Owner A'), await world.person('Owner B'), await world.person('Owner C')];
  piotr = await world.person('Piotr Kowalski');
});
afterAll(() => world?.close());

const SEEDS = [21, 22, 23, 24, 25, 26];
const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code as string] : []));

/** A grant other than the one there was. */
const isGrant = (value: unknown, before: string): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && value.id !== before;

describe.each(SEEDS)('seed %i', (seed) => {
  it('ACC-22 owners who demote, remove, expire and replace each other at once leave one who lasts', async () => {
    const random = createRandom(seed);
    const [first, ...others] = owners as [TestPerson, ...TestPerson[]];
    const space = await world.space(
      first,
      `Race ${seed}`,
      others.map((one) => [one, 'owner'] as const),
    );
    const on = { resourceType: 'space', resourceId: space.id } as const;
    const { items } = await listGrants(world.as(first), { ...on, limit: 50 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, () => {
        const op = world.as(owners[random.below(owners.length)] as TestPerson);
        const grantId = items[random.below(items.length)]?.id ?? '';
        const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
        const acts = [
          () => changeGrant(op, { ...on, grantId, role: 'reader' }),
          () => changeGrant(op, { ...on, grantId, expiresAt }),
          () => revokeGrant(op, { ...on, grantId }),
          () => transferOwnership(op, { spaceId: space.id, userId: piotr.id }),
        ];
        return (acts[random.below(acts.length)] as () => Promise<unknown>)();
      }),
    );
    const known = ['last_owner', 'forbidden', 'not_found', 'more_than_held'];
    for (const refused of refusals(outcomes)) expect(known).toContain(refused);
    const left = await world.database.grant.count({
      where: { resourceId: space.id, role: 'owner', expiresAt: null, userId: { not: null } },
    });
    expect(left).toBeGreaterThanOrEqual(1);
  });

  it('ACC-23 a grant and the taking back of its giver’s right end in one order or the other', async () => {
    const random = createRandom(seed);
    const [first, second] = owners as [TestPerson, TestPerson];
    const space = await world.space(first, `Grant ${seed}`, [[second, 'owner']]);
    const documentId = await world.document(first, space.id, 'Plan');
    const on = { resourceType: 'document', resourceId: documentId } as const;
    const role = ROLES[random.below(ROLES.length)] ?? 'reader';
    const subject = { type: 'person', userId: piotr.id } as const;
    const [granted, revoked] = await Promise.allSettled([
      grantAccess(world.as(second), { ...on, subject, role, expiresAt: null }),
      (async () => {
        const { items } = await listGrants(world.as(first), {
          resourceType: 'space',
          resourceId: space.id,
          limit: 50,
        });
        const theirs = items.find(
          (one) => one.subject.type === 'person' && one.subject.person.id === second.id,
        );
        await revokeGrant(world.as(first), {
          resourceType: 'space',
          resourceId: space.id,
          grantId: theirs?.id ?? '',
        });
        await revokeAll(world.as(first), on);
      })(),
    ]);
    expect(revoked.status).toBe('fulfilled');
    // Whatever came first, nothing the removed owner gave is left: either it was taken back, or it was refused.
    if (granted.status === 'rejected') expect(['not_found', 'forbidden']).toContain(granted.reason.code);
    expect((await documentAccess(world.as(piotr), documentId)).role).toBeNull();
  });

  it('ACC-22 two owners who demote each other at once: one of them does', async () => {
    const random = createRandom(seed);
    const [first, second] = owners as [TestPerson, TestPerson];
    const space = await world.space(first, `Demote ${seed}`, [[second, 'owner']]);
    const on = { resourceType: 'space', resourceId: space.id } as const;
    const { items } = await listGrants(world.as(first), { ...on, limit: 50 });
    const grantOf = ({ id }: TestPerson) =>
      items.find(({ subject }) => subject.type === 'person' && subject.person.id === id)?.id ?? '';
    const pairs = [
      [first, second],
      [second, first],
    ] as const;
    const outcomes = await Promise.allSettled(
      (random.chance(0.5) ? pairs : pairs.toReversed()).map(([by, whom]) =>
        changeGrant(world.as(by), { ...on, grantId: grantOf(whom), role: 'reader' }),
      ),
    );
    expect(refusals(outcomes)).toEqual(['forbidden']);
    const left = await world.database.grant.findMany({ where: { resourceId: space.id } });
    expect(left.map(({ role }) => role).sort()).toEqual(['owner', 'reader']);
  });

  it('ACC-24 a grant that is raised, given anew and taken back at once is what one order makes of it', async () => {
    const random = createRandom(seed);
    const [first, second] = owners as [TestPerson, TestPerson];
    const space = await world.space(first, `Back ${seed}`, [[second, 'owner']]);
    const on = { resourceType: 'space', resourceId: space.id } as const;
    const subject = { type: 'person', userId: piotr.id } as const;
    const given = { ...on, subject, expiresAt: null } as const;
    const { id: grantId } = await grantAccess(world.as(first), { ...given, role: 'reader' });
    const acts = [
      () => changeGrant(world.as(second), { ...on, grantId, role: 'editor' }),
      () => revokeGrant(world.as(first), { ...on, grantId }),
      () => grantAccess(world.as(second), { ...given, role: 'commenter' }),
    ];
    const outcomes = await Promise.allSettled(
      (random.chance(0.5) ? acts : acts.toReversed()).map((act) => act()),
    );
    const known = ['not_found', 'already_granted'];
    for (const refused of refusals(outcomes)) expect(known).toContain(refused);
    // It is gone for good: what is there now was given after it.
    const again = outcomes.some(
      ({ status, ...outcome }) =>
        status === 'fulfilled' && 'value' in outcome && isGrant(outcome.value, grantId),
    );
    const left = await world.database.grant.findMany({ where: { resourceId: space.id, userId: piotr.id } });
    expect(left.map(({ role }) => role)).toEqual(again ? ['commenter'] : []);
    expect(left.map(({ id }) => id)).not.toContain(grantId);
  });

  it('ACC-30 a move and a grant on the new parent give what both give together, and no more', async () => {
    const [first] = owners as [TestPerson];
    const space = await world.space(first, `Move ${seed}`);
    const make = async (title: string, parentId: string | null = null) =>
      (await createDocument(world.as(first), { spaceId: space.id, title, parentId })).id;
    const [open, closed] = [await make('Open'), await make('Closed')];
    const documentId = await make('Plan', open);
    const subject = { type: 'person', userId: piotr.id } as const;
    await grantAccess(world.as(first), {
      resourceType: 'document',
      resourceId: open,
      subject,
      role: 'editor',
      expiresAt: null,
    });
    await Promise.all([
      moveDocument(world.as(first), { documentId, parentId: closed, afterId: null }),
      grantAccess(world.as(first), {
        resourceType: 'document',
        resourceId: closed,
        subject,
        role: 'reader',
        expiresAt: null,
      }),
    ]);
    expect((await documentAccess(world.as(piotr), documentId)).role).toBe('reader');
  });
});
