import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cookieOf, createTestRealm, type TestRealm } from './testing/testRealm';

let realm: TestRealm;
beforeAll(async () => {
  realm = await createTestRealm();
});
afterAll(() => realm?.close());
beforeEach(() => realm.someoneElse());

describe('a session', () => {
  const refusalOf = async (cookie: string) => (await realm.auth.actorOf(cookie)).refusal?.code ?? null;

  it('ends where Keycloak is away as well, at once, with every session of that browser', async () => {
    const { cookie, actor } = await realm.signIn();
    const other = await realm.signIn();
    expect(await refusalOf(cookieOf(cookie))).toBeNull();
    expect(await realm.auth.endSession(actor)).toContain('Max-Age=0');
    expect(await refusalOf(cookieOf(cookie))).toBe('session_expired');
    expect(await refusalOf(cookieOf(other.cookie))).toBe('session_expired');
    const told = await realm.world.database.outboxEvent.findMany({
      where: { topic: `user:${actor.userId}` },
    });
    expect(told.map(({ event }) => event)).toContainEqual({
      type: 'session.ended',
      userId: actor.userId,
      sessionId: actor.sessionId,
    });
  });

  it('ended by another process counts no longer once its event has come', async () => {
    const { cookie, actor } = await realm.signIn();
    await realm.auth.actorOf(cookieOf(cookie));
    await realm.world.database.session.update({
      where: { id: actor.sessionId },
      data: { endedAt: new Date() },
    });
    realm.auth.onEvent({ type: 'session.ended', userId: actor.userId, sessionId: actor.sessionId });
    expect(await refusalOf(cookieOf(cookie))).toBe('session_expired');
  });

  it('of a disabled account counts no longer', async () => {
    const { cookie, actor } = await realm.signIn();
    await realm.world.database.user.update({ where: { id: actor.userId }, data: { disabledAt: new Date() } });
    expect(await refusalOf(cookieOf(cookie))).toBe('account_disabled');
  });

  it('idle too long has expired; used, it goes on, but not past its week', async () => {
    const { cookie, actor } = await realm.signIn();
    const hour = 60 * 60 * 1000;
    const ago = (hours: number) => new Date(Date.now() - hours * hour);
    const set = async (createdAt: Date, lastSeenAt: Date) => {
      realm.auth.forgetAll();
      const expiresAt = new Date(Math.min(lastSeenAt.getTime() + 8 * hour, createdAt.getTime() + 168 * hour));
      await realm.world.database.session.update({
        where: { id: actor.sessionId },
        data: { createdAt, lastSeenAt, expiresAt },
      });
    };
    await set(ago(20), ago(7.9));
    expect(await refusalOf(cookieOf(cookie))).toBeNull();
    const used = await realm.world.database.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(used.expiresAt.getTime()).toBeGreaterThan(Date.now() + 7.9 * hour);
    await set(ago(165), ago(1));
    expect(await refusalOf(cookieOf(cookie))).toBeNull();
    const last = await realm.world.database.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(last.expiresAt.getTime()).toBeLessThan(Date.now() + 3.1 * hour);
    await set(ago(20), ago(8.1));
    expect(await refusalOf(cookieOf(cookie))).toBe('session_expired');
  });

  it('is not opened by a cookie that is not ours', async () => {
    for (const cookie of [
      null,
      '',
      '__Host-hemicycle=',
      '__Host-hemicycle=short',
      `__Host-hemicycle=${'a'.repeat(43)}`,
    ]) {
      expect((await realm.auth.actorOf(cookie)).actor).toEqual({ kind: 'anonymous' });
    }
  });
});

describe('a ticket', () => {
  it('is taken once, also by two at once, and tells for what', async () => {
    const { actor } = await realm.signIn();
    const documentId = randomUUID();
    const { ticket } = await realm.auth.issueTicket(actor, { purpose: 'document', documentId });
    const taken = await Promise.all([
      realm.auth.takeTicket(ticket),
      realm.auth.takeTicket(ticket),
      realm.auth.takeTicket(ticket),
    ]);
    const [once] = taken.filter((answer) => answer !== null);
    expect(taken.filter((answer) => answer === null)).toHaveLength(2);
    expect(once).toMatchObject({ actor, purpose: 'document', documentId });
  });

  it('is nothing when it expired, its session ended or its account was disabled', async () => {
    const { actor } = await realm.signIn();
    const issue = async () => (await realm.auth.issueTicket(actor, { purpose: 'events' })).ticket;
    const late = await issue();
    await realm.world.database.ticket.updateMany({
      where: { sessionId: actor.sessionId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await realm.auth.takeTicket(late)).toBeNull();
    const orphan = await issue();
    await realm.auth.endSession(actor);
    expect(await realm.auth.takeTicket(orphan)).toBeNull();
    const { actor: again } = await realm.signIn();
    const { ticket } = await realm.auth.issueTicket(again, { purpose: 'events' });
    await realm.world.database.user.update({ where: { id: again.userId }, data: { disabledAt: new Date() } });
    expect(await realm.auth.takeTicket(ticket)).toBeNull();
    expect(await realm.auth.takeTicket('invented')).toBeNull();
  });
});
