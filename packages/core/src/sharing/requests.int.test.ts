import { LIMITS } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { documentAccess } from '../access/documentAccess';
import { trashDocument } from '../documents';
import { answerRequest, grantAccess, listRequests, listWaitingRequests, requestAccess } from './index';

let world: TestWorld;
let ines: TestPerson;
let jonas: TestPerson;
let piotr: TestPerson;
let stranger: TestPerson;
let space: TestSpace;
let documentId: string;
beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
  jonas = await world.person('Jonas Weber');
  const organisationId = await world.organisation('Ministry of Roads');
  stranger = await world.person('Stranger', { organisationId });
});
beforeEach(async () => {
  piotr = await world.person('Piotr Kowalski');
  space = await world.space(ines, 'Coast', [[jonas, 'editor']]);
  documentId = await world.document(ines, space.id, 'Plan');
});
afterAll(() => world?.close());

const code = (expected: string) => ({ code: expected });
const on = () => ({ resourceType: 'document', resourceId: documentId }) as const;
const ask = (by: TestPerson, role: 'reader' | 'editor' = 'reader', resourceId = documentId) =>
  requestAccess(world.as(by), { resourceType: 'document', resourceId, role, message: 'Please' });
const waiting = async () => (await listRequests(world.as(ines), { ...on(), limit: 50 })).items;
const answer = (
  by: TestPerson,
  requestId: string,
  role: 'reader' | 'editor' | null,
  expiresAt: string | null = null,
) => answerRequest(world.as(by), { ...on(), requestId, grant: role && { role, expiresAt } });
const eventsOf = async (person: TestPerson) =>
  (
    await world.database.outboxEvent.findMany({
      where: { topic: `user:${person.id}`, event: { path: ['resourceId'], equals: documentId } },
    })
  ).map(({ event }) => event);

describe('a request', () => {
  it('ACC-50 waits once, however often it is made, and is told to the owners alone', async () => {
    await Promise.all([ask(piotr), ask(piotr), ask(piotr)]);
    await ask(piotr, 'editor');
    expect(await waiting()).toMatchObject([{ person: { id: piotr.id }, role: 'editor', message: 'Please' }]);
    expect(await eventsOf(ines)).toEqual([
      { type: 'request.changed', userId: ines.id, resourceType: 'document', resourceId: documentId },
    ]);
    expect(await eventsOf(jonas)).toEqual([]);
    await expect(listRequests(world.as(jonas), { ...on(), limit: 50 })).rejects.toMatchObject(
      code('forbidden'),
    );
  });

  it('ACC-50 is in the list of everything that waits for its owners, and in nobody else’s', async () => {
    const list = async (person: TestPerson) =>
      (await listWaitingRequests(world.as(person), { limit: 50 })).items.filter(
        ({ resourceId }) => resourceId === documentId || resourceId === space.id,
      );
    const alone = await world.person('Owner of one document');
    const guest = await world.person('Guest', { organisationRole: 'guest' });
    const subject = { type: 'person', userId: alone.id } as const;
    await grantAccess(world.as(ines), { ...on(), subject, role: 'owner', expiresAt: null });
    await ask(piotr);
    await requestAccess(world.as(guest), {
      resourceType: 'space',
      resourceId: space.id,
      role: 'commenter',
      message: '',
    });
    expect(await list(ines)).toMatchObject([
      { person: { id: piotr.id }, title: 'Plan', spaceName: 'Coast', role: 'reader', message: 'Please' },
      { person: { id: guest.id, guest: true }, title: 'Coast', resourceType: 'space', role: 'commenter' },
    ]);
    // Who owns the document alone is not told what its space is called.
    expect(await list(alone)).toMatchObject([{ person: { id: piotr.id }, title: 'Plan', spaceName: null }]);
    for (const person of [jonas, piotr, guest, stranger]) expect(await list(person)).toEqual([]);
    await answer(ines, (await waiting())[0]?.id ?? '', null);
    expect(await list(alone)).toEqual([]);
    await trashDocument(world.as(ines), { documentId });
    await ask(piotr, 'editor');
    expect(await list(alone)).toEqual([]);
  });

  it('ACC-51 tells who asks nothing of what they may not read', async () => {
    const trashed = await world.document(ines, space.id, 'Trash');
    await trashDocument(world.as(ines), { documentId: trashed });
    const answers = [ask(piotr), ask(piotr, 'reader', newId()), ask(piotr, 'reader', trashed), ask(stranger)];
    expect(await Promise.all(answers)).toEqual([undefined, undefined, undefined, undefined]);
    expect(
      await world.database.accessRequest.count({ where: { userId: { in: [piotr.id, stranger.id] } } }),
    ).toBe(1);
    await expect(ask(jonas)).rejects.toMatchObject(code('already_granted'));
  });

  it('ACC-52 is answered once, with at most what the answering person holds', async () => {
    await ask(piotr, 'editor');
    const [request] = await waiting();
    const id = request?.id ?? '';
    await expect(answer(jonas, id, 'reader')).rejects.toMatchObject(code('forbidden'));
    await expect(answer(piotr, id, 'reader')).rejects.toMatchObject(code('not_found'));
    const keeper = await world.person('Keeper for an hour');
    const end = new Date(Date.now() + 3_600_000).toISOString();
    const subject = { type: 'person', userId: keeper.id } as const;
    await grantAccess(world.as(ines), { ...on(), subject, role: 'owner', expiresAt: end });
    await expect(answer(keeper, id, 'editor')).rejects.toMatchObject(code('more_than_held'));
    await answer(keeper, id, 'editor', end);
    expect((await documentAccess(world.as(piotr), documentId)).role).toBe('editor');
    await expect(answer(ines, id, 'editor')).rejects.toMatchObject(code('not_found'));
    expect(await eventsOf(piotr)).toContainEqual({
      type: 'request.changed',
      userId: piotr.id,
      resourceType: 'document',
      resourceId: documentId,
    });
  });

  it('ACC-52 answered by two owners at once has one answer', async () => {
    const other = await world.person('Other owner');
    const subject = { type: 'person', userId: other.id } as const;
    await grantAccess(world.as(ines), { ...on(), subject, role: 'owner', expiresAt: null });
    await ask(piotr);
    const id = (await waiting())[0]?.id ?? '';
    const outcomes = await Promise.allSettled([answer(ines, id, null), answer(other, id, 'reader')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const granted = outcomes[1]?.status === 'fulfilled';
    expect((await documentAccess(world.as(piotr), documentId)).role).toBe(granted ? 'reader' : null);
  });

  it('ACC-50 that was declined is not made again at once, and only so many wait', async () => {
    await ask(piotr);
    await answer(ines, (await waiting())[0]?.id ?? '', null);
    await ask(piotr);
    expect(await waiting()).toEqual([]);
    await world.database.accessRequest.updateMany({
      where: { userId: piotr.id },
      data: { answeredAt: new Date(Date.now() - (LIMITS.requestAgainHours + 1) * 3_600_000) },
    });
    await ask(piotr);
    expect(await waiting()).toHaveLength(1);
    const many = await world.person('Asks for everything');
    await world.database.accessRequest.createMany({
      data: Array.from({ length: LIMITS.openRequests }, () => ({
        id: newId(),
        resourceType: 'document' as const,
        resourceId: newId(),
        userId: many.id,
        role: 'reader' as const,
      })),
    });
    await ask(many);
    expect(await waiting()).toHaveLength(1);
  });
});
