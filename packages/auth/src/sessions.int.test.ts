import { randomUUID } from 'node:crypto';
import { sessionEnv } from '@hemicycle/env';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAuth } from './createAuth';
import { cookieOf, createTestRealm, seconds, type TestRealm } from './testing/testRealm';

let realm: TestRealm;
beforeAll(async () => {
  realm = await createTestRealm();
});
afterAll(() => realm?.close());
beforeEach(() => realm.someoneElse());

describe('a session', () => {
  const refusalOf = async (cookie: string) => (await realm.auth.actorOf(cookie)).refusal?.code ?? null;

  it('IDN-72 ends where Keycloak is away as well, at once, with every session of that browser', async () => {
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

  describe('and its limits', () => {
    const hour = 60 * 60 * 1000;
    const ago = (hours: number) => new Date(Date.now() - hours * hour);
    const row = (id: string) => realm.world.database.session.findUniqueOrThrow({ where: { id } });
    /** As it would stand had it been signed in and last used then. */
    const set = async (id: string, signedInAt: Date, lastSeenAt: Date) => {
      realm.auth.forgetAll();
      const expiresAt = new Date(
        Math.min(lastSeenAt.getTime() + 8 * hour, signedInAt.getTime() + 168 * hour),
      );
      await realm.world.database.session.update({
        where: { id },
        data: { createdAt: signedInAt, signedInAt, lastSeenAt, expiresAt },
      });
    };

    it('IDN-30 IDN-31 idle too long has expired; used, it goes on, but not past its week', async () => {
      const { cookie, actor } = await realm.signIn();
      const id = actor.sessionId;
      const use = async () =>
        (await realm.auth.actorOf(cookieOf(cookie), { attended: true })).refusal?.code ?? null;
      await set(id, ago(20), ago(7.9));
      expect(await use()).toBeNull();
      expect((await row(id)).expiresAt.getTime()).toBeGreaterThan(Date.now() + 7.9 * hour);
      await set(id, ago(165), ago(1));
      expect(await use()).toBeNull();
      expect((await row(id)).expiresAt.getTime()).toBeLessThan(Date.now() + 3.1 * hour);
      await set(id, ago(20), ago(8.1));
      expect(await use()).toBe('session_expired');
      await set(id, ago(169), ago(0.1));
      expect(await use()).toBe('session_expired');
    });

    it('IDN-32 a page that asks by itself keeps nobody signed in, and a use is written down once a minute', async () => {
      const { cookie, actor } = await realm.signIn();
      const id = actor.sessionId;
      await set(id, ago(20), ago(7));
      const before = await row(id);
      await realm.auth.actorOf(cookieOf(cookie));
      expect(await row(id)).toEqual(before);
      await realm.auth.actorOf(cookieOf(cookie), { attended: true });
      const used = await row(id);
      expect(used.lastSeenAt.getTime()).toBeGreaterThan(before.lastSeenAt.getTime());
      await realm.auth.actorOf(cookieOf(cookie), { attended: true });
      expect(await row(id)).toEqual(used);
    });

    it('IDN-33 limits made stricter count at once, whatever was promised before', async () => {
      const { cookie, actor } = await realm.signIn();
      const strict = createAuth({
        ...realm,
        database: realm.world.database,
        sessions: sessionEnv({ SESSION_IDLE_MINUTES: '30', SESSION_ABSOLUTE_HOURS: '2' }),
      });
      const refusal = async () => (await strict.actorOf(cookieOf(cookie))).refusal?.code ?? null;
      expect(await refusal()).toBeNull();
      strict.forgetAll();
      await set(actor.sessionId, ago(1.5), ago(0.6));
      expect(await refusal()).toBe('session_expired');
      await set(actor.sessionId, ago(2.1), ago(0.1));
      expect(await refusal()).toBe('session_expired');
    });

    it('IDN-34 what is over stays over: only a younger proof opens another session of that browser', async () => {
      const { actor } = await realm.signIn();
      const id = actor.sessionId;
      const proved = (offset: number) => ({ ...realm.id(), auth_time: seconds(offset) });
      await set(id, ago(20), ago(9));
      await expect(realm.signIn(realm.access(), proved(-20 * 3600))).rejects.toMatchObject({
        code: 'session_expired',
      });
      const { actor: again } = await realm.signIn(realm.access(), proved(0));
      await realm.auth.endSession(again);
      await expect(realm.signIn(realm.access(), proved(-60))).rejects.toMatchObject({
        code: 'session_expired',
      });
      expect((await realm.signIn(realm.access(), proved(2))).actor.userId).toBe(actor.userId);
    });
  });

  describe('signed in to again in the same browser', () => {
    const browser = (cookie: string) => ({ cookie: cookieOf(cookie), userAgent: null });

    it('IDN-42 goes on under a new secret, with the newer proof, and its sockets with it', async () => {
      const { cookie, actor } = await realm.signIn(realm.access(), {
        ...realm.id(),
        auth_time: seconds(-3600),
        acr: '0',
      });
      const again = await realm.signIn(realm.access(), realm.id(), realm.signers.rs256, browser(cookie));
      expect(again.actor).toEqual(actor);
      expect(await refusalOf(cookieOf(cookie))).toBe('sign_in_required');
      expect(await refusalOf(cookieOf(again.cookie))).toBeNull();
      const row = await realm.world.database.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
      expect(row).toMatchObject({ acr: '1', endedAt: null });
      expect(row.authTime.getTime()).toBeGreaterThan(Date.now() - 60_000);
      expect(row.signedInAt.getTime()).toBeGreaterThan(row.createdAt.getTime());
    });

    it('IDN-15 takes over no session that somebody else planted, and ends it', async () => {
      const planted = await realm.signIn();
      const attacker = planted.actor.userId;
      realm.someoneElse();
      const victim = await realm.signIn(
        realm.access(),
        realm.id(),
        realm.signers.rs256,
        browser(planted.cookie),
      );
      expect(victim.actor.userId).not.toBe(attacker);
      expect(victim.actor.sessionId).not.toBe(planted.actor.sessionId);
      expect(cookieOf(victim.cookie)).not.toBe(cookieOf(planted.cookie));
      expect(await refusalOf(cookieOf(planted.cookie))).toBe('session_expired');
      const made = `__Host-hemicycle=${'f'.repeat(43)}`;
      realm.someoneElse();
      const other = await realm.signIn(realm.access(), realm.id(), realm.signers.rs256, browser(made));
      expect(cookieOf(other.cookie)).not.toBe(made);
      expect(await refusalOf(made)).toBe('sign_in_required');
    });
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
