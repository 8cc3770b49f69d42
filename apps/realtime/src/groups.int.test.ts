import { randomUUID } from 'node:crypto';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Resident } from './testing/createHouse';
import { openEditor } from './testing/openEditor';
import { openSocket } from './testing/openSocket';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse();
});
afterAll(() => test?.close());

/** A space the person is in only by a group, and the row that makes it so. */
async function byGroup(person: Resident): Promise<{ spaceId: string; membership: string }> {
  const { house } = test;
  const [spaceId, groupId, membership] = [await house.space(), randomUUID(), randomUUID()];
  await house.query(
    `INSERT INTO groups (id, organisation_id, name, sort_name) SELECT $1, organisation_id, $3, $3
     FROM users WHERE id = $2`,
    [groupId, person.userId, groupId],
  );
  await house.query('INSERT INTO group_members (id, group_id, user_id) VALUES ($1, $2, $3)', [
    membership,
    groupId,
    person.userId,
  ]);
  await house.query(
    `INSERT INTO grants (id, resource_type, resource_id, group_id, role) VALUES ($1, 'space', $2, $3, 'editor')`,
    [randomUUID(), spaceId, groupId],
  );
  return { spaceId, membership };
}

describe('a group that is left', () => {
  it.each([
    ['the person is named', (userId: string) => userId],
    ['too many to be named are concerned', () => null],
  ])('ACC-10 closes documents and spaces it opened: %s', async (_, named) => {
    const { house, server } = test;
    const person = await house.person('In a group');
    const { spaceId, membership } = await byGroup(person);
    const documentId = await house.document(spaceId, person);
    const editor = await openEditor(house, server, person, documentId);
    editor.text.insert(0, 'by the group');
    await editor.saved();
    const ticket = await house.ticket(person, null);
    const events = await openSocket(`${server.socketOrigin}/realtime/events?ticket=${ticket}`);
    await until(() => events.texts.some(({ kind }) => kind === 'hello'), 'hello');
    await house.query('DELETE FROM group_members WHERE id = $1', [membership]);
    const userId = named(person.userId);
    await house.publish(userId === null ? 'servers' : `user:${userId}`, {
      type: 'access.changed',
      userId,
      spaceId: null,
    });
    await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
    await house.publish(`user:${person.userId}`, { type: 'me.changed', userId: person.userId });
    await until(() => editor.closedWith() === 4403, 'closed');
    const heard = () => events.texts.map(({ kind, event }) => event?.type ?? kind);
    await until(() => heard().includes('me.changed'), 'own event after');
    expect(heard()).not.toContain('space.changed');
    // Who was not named has no event to know it by.
    expect(heard().includes('reset')).toBe(userId === null);
    events.webSocket.terminate();
    expect(editor.handle.status).toBe('closed');
  });
});
