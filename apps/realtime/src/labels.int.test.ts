import { createOperation, type Services, setLabel } from '@hemicycle/core';
import { createDatabase } from '@hemicycle/db';
import { logger } from '@hemicycle/observability';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEditor } from './testing/openEditor';
import { openSocket } from './testing/openSocket';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';

let test: TestHouse;
beforeAll(async () => {
  test = await openTestHouse();
});
afterAll(() => test?.close());

it('LBL-5 a label that is raised closes a guest’s documents and events at once, and nobody else’s', async () => {
  const { house, server, databaseUrl, writer } = test;
  const guest = await house.person('From outside');
  await house.query(`UPDATE users SET organisation_role = 'guest' WHERE id = $1`, [guest.userId]);
  const spaceId = await house.space();
  const owner = await house.person('Owner');
  await house.grant(spaceId, owner, 'owner');
  await house.grant(spaceId, writer, 'editor');
  await house.grant(spaceId, guest, 'editor');
  const documentId = await house.document(spaceId, owner);
  const theirs = await openEditor(house, server, guest, documentId);
  const ours = await openEditor(house, server, writer, documentId);
  theirs.text.insert(0, 'from outside');
  await theirs.saved();
  const events = await openSocket(
    `${server.socketOrigin}/realtime/events?ticket=${await house.ticket(guest, null)}`,
  );
  await until(() => events.texts.some(({ kind }) => kind === 'hello'), 'hello');

  const database = createDatabase(databaseUrl, { poolSize: 1 });
  const found = await database.user.findUniqueOrThrow({ where: { id: owner.userId } });
  const { organisationId, organisationRole } = found;
  const where = { organisationId, key: 'restricted' } as const;
  const { id: labelId } = await database.label.findFirstOrThrow({ where });
  const op = createOperation({
    database,
    actor: {
      kind: 'account',
      userId: owner.userId,
      organisationId,
      organisationRole,
      sessionId: owner.sessionId,
    },
    services: {} as Services,
    log: logger('realtime'),
  });
  await setLabel(op, { resourceType: 'space', resourceId: spaceId, labelId });
  await database.$disconnect();
  await until(() => theirs.closedWith() === 4403, 'closed');
  await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
  await house.publish(`user:${guest.userId}`, { type: 'me.changed', userId: guest.userId });
  const heard = () => events.texts.map(({ kind, event }) => event?.type ?? kind);
  await until(() => heard().includes('me.changed'), 'own event after');
  expect(heard().slice(heard().lastIndexOf('access.changed'))).not.toContain('space.changed');
  events.webSocket.terminate();
  const ticket = await house.ticket(guest, documentId);
  const again = await openSocket(`${server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`);
  expect(await again.closed()).toBe(4404);
  ours.text.insert(0, 'still here: ');
  await ours.saved();
});
