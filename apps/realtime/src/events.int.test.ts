import { randomUUID } from 'node:crypto';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Resident } from './testing/createHouse';
import { openSocket, type TestSocket } from './testing/openSocket';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

async function listen(person: Resident): Promise<TestSocket> {
  const ticket = await test.house.ticket(person, null);
  const socket = await openSocket(`${test.server.socketOrigin}/realtime/events?ticket=${ticket}`);
  await until(() => socket.texts.some((frame) => frame.kind === 'hello') || socket.code() !== null, 'hello');
  return socket;
}

const posted = (spaceId: string, seq: number) =>
  ({
    type: 'message.posted',
    spaceId,
    channelId: randomUUID(),
    messageId: randomUUID(),
    parentId: null,
    seq,
    authorId: randomUUID(),
  }) as const;

const types = (socket: TestSocket): (string | undefined)[] =>
  socket.texts.filter((frame) => frame.kind === 'event').map((frame) => frame.event?.type);

describe('live events', () => {
  it('RT-50 reach who may read the space, in order, in under a second, and nobody else', async () => {
    const { house, spaceId, writer, reader } = test;
    const stranger = await house.person('Stranger');
    const [a, b, c] = [await listen(writer), await listen(reader), await listen(stranger)];
    for (let seq = 1; seq <= 20; seq++) await house.publish(`space:${spaceId}`, posted(spaceId, seq));
    for (const socket of [a, b]) {
      await until(() => types(socket).length === 20, 'all events', 1_000);
      const seqs = socket.texts.flatMap((frame) => (frame.event as { seq?: number } | undefined)?.seq ?? []);
      expect(seqs).toEqual([...seqs].sort((x, y) => x - y));
    }
    await house.publish(`user:${stranger.userId}`, { type: 'me.changed', userId: stranger.userId });
    await until(() => types(c).length === 1, 'own event');
    expect(types(c)).toEqual(['me.changed']);
    expect(types(a)).not.toContain('me.changed');
    for (const socket of [a, b, c]) socket.webSocket.terminate();
  });

  it('RT-51 stop with the right: nothing published after the removal is heard', async () => {
    const { house, spaceId } = test;
    const person = await house.person('Leaves');
    await house.grant(spaceId, person, 'reader');
    const socket = await listen(person);
    await house.publish(`space:${spaceId}`, posted(spaceId, 1));
    await until(() => types(socket).includes('message.posted'), 'before');
    await house.grant(spaceId, person, null);
    await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
    await house.publish(`user:${person.userId}`, { type: 'me.changed', userId: person.userId });
    await until(() => types(socket).includes('me.changed'), 'own event after');
    expect(types(socket)).not.toContain('space.changed');
    socket.webSocket.terminate();
  });

  it('RT-52 begin with the right: what is published right after being added is heard', async () => {
    const { house, spaceId } = test;
    const person = await house.person('Arrives');
    const socket = await listen(person);
    await house.grant(spaceId, person, 'reader');
    await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
    await until(() => types(socket).includes('space.changed'), 'after');
    socket.webSocket.terminate();
  });

  it('RT-53 a right that ends by time ends without an event, and the browser reads anew', async () => {
    const { house, spaceId } = test;
    const guest = await house.person('Guest');
    await house.grant(spaceId, guest, 'reader', { expiresAt: new Date(Date.now() + 1_500), silent: true });
    const socket = await listen(guest);
    await until(() => socket.texts.some((frame) => frame.kind === 'reset'), 'reset', 8_000);
    await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
    await house.publish(`user:${guest.userId}`, { type: 'me.changed', userId: guest.userId });
    await until(() => types(socket).includes('me.changed'), 'own event');
    expect(types(socket)).not.toContain('space.changed');
    socket.webSocket.terminate();
  });

  it('RT-54 the socket closes with the session, and takes no ticket of a document', async () => {
    const { house, spaceId, writer } = test;
    const person = await house.person('Signs out');
    const socket = await listen(person);
    const { userId, sessionId } = person;
    await house.query('UPDATE sessions SET ended_at = now() WHERE id = $1', [sessionId]);
    await house.publish('servers', { type: 'session.ended', userId, sessionId });
    expect(await socket.closed(5_000)).toBe(4401);
    const ticket = await house.ticket(writer, await house.document(spaceId, writer));
    const wrong = await openSocket(`${test.server.socketOrigin}/realtime/events?ticket=${ticket}`);
    expect(await wrong.closed()).toBe(4501);
  });

  it('RT-55 a lost notification only delays: the outbox is read again', async () => {
    const { house, spaceId, writer } = test;
    const socket = await listen(writer);
    const event = { type: 'space.changed', spaceId };
    await house.query('INSERT INTO outbox_events (topic, event) VALUES ($1, $2)', [
      `space:${spaceId}`,
      JSON.stringify(event),
    ]);
    await until(() => types(socket).includes('space.changed'), 'healed', 5_000);
    socket.webSocket.terminate();
  });
});
