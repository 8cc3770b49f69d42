import { expireGuests, makeWaysBack, setLink, setSharingPolicy } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import type { TestSpace } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createGuestHouse, type GuestHouse, type Invite } from './testing/guestHouse';

let house: GuestHouse;
let space: TestSpace;
let documentId: string;
beforeAll(async () => {
  house = await createGuestHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  ({ space, documentId } = await house.place());
});

const invite = (how: Invite = {}) => house.invite(documentId, how);
const read = (cookie: string) => house.read(documentId, cookie);

describe('guests', () => {
  it('GST-1 come in by the button of a mail once, and looking, however often, uses nothing up', async () => {
    const token = await (await invite()).mailed();
    for (let i = 0; i < 3; i += 1) {
      expect((await house.look(token)).json).toMatchObject({
        title: 'Zirkonium plan',
        invitedBy: house.owner.name,
        needsCode: false,
      });
    }
    const [first, second] = await Promise.all([house.enter(token), house.enter(token)]);
    expect([first.status, second.status].sort()).toEqual([200, 404]);
    const { set } = [first, second].find(({ status }) => status === 200) ?? { set: '' };
    expect(set).toMatch(/^__Host-hemicycle=/);
    expect((await read(set)).json).toMatchObject({ abilities: { write: true } });
    expect((await house.ask('GET', '/me', { cookie: set })).json).toMatchObject({
      name: 'Camille Roy',
      guest: true,
    });
    expect((await house.look(token)).status).toBe(404);
  });

  it('GST-2 see what they were granted and nothing else, and pass nothing on', async () => {
    const token = await (await invite()).mailed();
    const cookie = (await house.enter(token)).set;
    const other = await house.world.document(house.owner, space.id, 'Zirkonium budget');
    expect((await house.ask('GET', `/documents/${other}`, { cookie })).status).toBe(404);
    expect((await house.ask('GET', `/spaces/${space.id}`, { cookie })).status).toBe(404);
    expect((await house.ask('GET', `/spaces/${space.id}/members`, { cookie })).status).toBe(404);
    expect((await house.ask('POST', '/spaces', { cookie, body: { name: 'Mine' } })).status).toBe(403);
    const people = await house.ask('GET', '/people', { cookie });
    expect(people.text).not.toContain('water.example');
    expect((await house.ask('GET', '/search?q=budget', { cookie })).text).not.toContain('Zirkonium budget');
    const sharing = {
      cookie,
      body: { email: house.address(), role: 'reader', expiresAt: new Date(Date.now() + 1e7), locale: 'en' },
    };
    expect((await house.ask('POST', `/access/document/${documentId}/guests`, sharing)).status).toBe(403);
    expect((await house.ask('GET', '/guests', { cookie })).status).toBe(403);
  });

  it('GST-3 a way in that never was, was used, has ended or leads to what was taken back is the same', async () => {
    const never = await house.look('x'.repeat(43));
    const used = await (await invite()).mailed();
    await house.enter(used);
    const gone = await invite();
    const revoked = await gone.mailed();
    await house.ask('DELETE', `/access/document/${documentId}/grants/${gone.json.id}`, {
      cookie: house.owner.cookie,
    });
    const past = await (await invite()).mailed();
    await house.world.database.guestToken.updateMany({
      where: { usedAt: null },
      data: { expiresAt: new Date(0) },
    });
    const told = ({ json }: Awaited<ReturnType<GuestHouse['look']>>) => ({ ...json, requestId: null });
    for (const token of [used, revoked, past]) {
      expect(told(await house.look(token))).toEqual(told(never));
      expect((await house.enter(token)).status).toBe(404);
    }
  });

  it('GST-4 only the hash of a way in is stored', async () => {
    const token = await (await invite()).mailed();
    const tables = await house.world.database.$queryRaw<{ all: string }[]>`
      SELECT (SELECT string_agg(t::text, '') FROM guest_tokens t) || (SELECT string_agg(j::text, '') FROM mail_jobs j) AS all`;
    expect(tables[0]?.all).not.toContain(token);
  });

  it('GST-5 a code is asked for at the door: a few tries, a few mails, a few minutes, and no title before', async () => {
    const token = await (await invite({ needsCode: true })).mailed();
    expect((await house.look(token)).json).toMatchObject({ needsCode: true, title: null });
    expect((await house.enter(token)).json.code).toBe('guest_code_wrong');
    await house.askForCode(token);
    const code = await house.codeOf();
    const wrong = code === '000000' ? '000001' : '000000';
    // All at once: each counts before it is looked at.
    const tries = await Promise.all(Array.from({ length: 8 }, () => house.enter(token, { code: wrong })));
    expect(tries.every(({ json }) => json.code === 'guest_code_wrong')).toBe(true);
    expect((await house.enter(token, { code })).json.code).toBe('guest_code_wrong');
    const asked = async () => (await house.askForCode(token)).status;
    expect(await asked()).toBe(204);
    const next = await house.codeOf();
    // Somebody else's mailbox is no way round: the code goes to the invited one.
    expect((await house.enter(token, { code: next, email: 'thief@elsewhere.example' })).status).toBe(200);
    const another = await (await invite({ needsCode: true })).mailed();
    const statuses = [];
    for (let i = 0; i < 6; i += 1) {
      statuses.push((await house.askForCode(another)).status);
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    const late = await house.codeOf();
    await house.world.database.guestCode.updateMany({ data: { until: new Date(0) } });
    expect((await house.enter(another, { code: late })).json.code).toBe('guest_code_wrong');
  });

  it('GST-6 whoever asks for a new way in is answered the same, and mailed only when there is one', async () => {
    const { email, mailed } = await invite();
    await house.enter(await mailed());
    const known = await house.ask('POST', '/guests/again', {
      body: { email: email.toUpperCase(), locale: 'en' },
    });
    const unknown = await house.ask('POST', '/guests/again', {
      body: { email: house.address(), locale: 'en' },
    });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(await house.world.database.mailJob.count({ where: { kind: 'guestReturn' } })).toBe(2);
    expect(await makeWaysBack(house.system(), house.address())).toEqual([]);
    const [way] = await makeWaysBack(house.system(), email);
    const back = await house.enter(way?.token ?? '', { name: 'Somebody Else' });
    // The same account as before, by the name it has.
    expect((await house.ask('GET', '/me', { cookie: back.set })).json).toMatchObject({ name: 'Camille Roy' });
  });

  it('GST-7 an administrator removes a guest from everything at once, until somebody invites them again', async () => {
    const { email, userId, mailed } = await invite();
    const cookie = (await house.enter(await mailed())).set;
    const spare = await mailed();
    expect((await read(cookie)).status).toBe(200);
    const listed = (await house.ask('GET', '/guests', { cookie: house.admin.cookie })).json.items;
    expect(listed).toContainEqual(expect.objectContaining({ email, places: 1 }));
    expect((await house.ask('DELETE', `/guests/${userId}`, { cookie: house.owner.cookie })).status).toBe(403);
    const after = await house.world.database.outboxEvent.count();
    expect((await house.ask('DELETE', `/guests/${userId}`, { cookie: house.admin.cookie })).status).toBe(204);
    // What this process remembers of a session is dropped by the event every process hears; the database already refuses.
    const events = await house.world.database.outboxEvent.findMany({ skip: after, orderBy: { id: 'asc' } });
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'session.ended', userId }),
        { type: 'access.changed', userId, spaceId: null },
      ]),
    );
    expect(await house.world.database.session.count({ where: { userId, endedAt: null } })).toBe(0);
    expect(await house.world.database.grant.count({ where: { userId } })).toBe(0);
    expect((await house.enter(spare)).status).toBe(404);
    expect(await makeWaysBack(house.system(), email)).toEqual([]);
    const again = await invite({ email });
    expect(again.userId).toBe(userId);
    expect((await read((await house.enter(await again.mailed())).set)).status).toBe(200);
  });

  it('GST-8 what a guest holds ends by itself, and the account with the last of it', async () => {
    const { userId, mailed } = await invite();
    const cookie = (await house.enter(await mailed())).set;
    await house.world.database.grant.updateMany({
      where: { userId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await read(cookie)).status).toBe(404);
    await expireGuests(house.system(new Date(Date.now() + 2 * 3600e3)));
    const { disabledAt } = await house.world.database.user.findUniqueOrThrow({ where: { id: userId } });
    expect(disabledAt).not.toBeNull();
    expect(await house.world.database.session.count({ where: { userId, endedAt: null } })).toBe(0);
  });

  it('GST-8 by a link without an end nobody stays for more than a year', async () => {
    const { userId } = await invite();
    const { database } = house.world;
    await database.grant.deleteMany({ where: { userId } });
    const resource = { resourceType: 'document', resourceId: newId() } as const;
    const made = {
      id: newId(),
      ...resource,
      reach: 'anyone',
      role: 'reader',
      createdById: house.owner.id,
    } as const;
    await database.link.create({ data: { ...made, tokenHash: Buffer.from(newId()) } });
    await database.linkOpening.create({ data: { linkId: made.id, userId, openedAt: new Date() } });
    const disabledAfter = async (days: number) => {
      await expireGuests(house.system(new Date(Date.now() + days * 86_400_000)));
      return (await database.user.findUniqueOrThrow({ where: { id: userId } })).disabledAt !== null;
    };
    expect(await disabledAfter(365)).toBe(false);
    expect(await disabledAfter(367)).toBe(true);
  });

  it('GST-9 invitations have bounds: an end within a year, no owner, no colleague, no more than one holds', async () => {
    expect((await invite({ days: 400 })).status).toBe(400);
    expect((await invite({ role: 'owner' })).status).toBe(400);
    const colleague = await house.world.database.user.findUniqueOrThrow({ where: { id: house.admin.id } });
    expect((await invite({ email: colleague.email.toUpperCase() })).json.code).toBe('colleague_not_guest');
    for (const email of [
      'two@a.example, three@a.example',
      'a\r\nBcc: b@c.example',
      `${'x'.repeat(250)}@a.example`,
    ]) {
      expect((await invite({ email })).status).toBe(400);
    }
    const first = await invite();
    const second = await invite({ email: first.email });
    expect([second.status, second.json.id]).toEqual([201, first.json.id]);
  });

  it('GST-10 a link for anyone lets people in by name, each as a guest of their own, and out when it is taken back', async () => {
    const key = { resourceType: 'document', resourceId: documentId } as const;
    await setSharingPolicy(house.world.as(house.owner), {
      resourceType: 'space',
      resourceId: space.id,
      linkReach: 'anyone',
    });
    const terms = { ...key, role: 'editor', expiresAt: null, renew: false } as const;
    const { token } = await setLink(house.world.as(house.owner), { ...terms, reach: 'anyone' });
    expect((await house.look(token ?? '')).json).toMatchObject({
      way: 'link',
      needsName: true,
      title: 'Zirkonium plan',
    });
    const [first, second] = [
      await house.enter(token ?? ''),
      await house.enter(token ?? '', { name: 'Robin' }),
    ];
    expect((await read(first.set)).status).toBe(200);
    expect((await house.ask('GET', '/me', { cookie: second.set })).json).toMatchObject({
      name: 'Robin',
      guest: true,
    });
    await setLink(house.world.as(house.owner), { ...terms, reach: 'organisation' });
    expect([(await read(first.set)).status, (await house.look(token ?? '')).status]).toEqual([404, 404]);
  });

  it('GST-11 such a link can ask for a mailbox, and for a code that is sent to it', async () => {
    const key = { resourceType: 'document', resourceId: documentId } as const;
    await setSharingPolicy(house.world.as(house.owner), {
      resourceType: 'space',
      resourceId: space.id,
      linkReach: 'anyone',
    });
    const terms = {
      ...key,
      reach: 'anyone',
      role: 'reader',
      expiresAt: null,
      renew: false,
      guestCode: true,
    } as const;
    const token = (await setLink(house.world.as(house.owner), terms)).token ?? '';
    const email = house.address();
    expect((await house.look(token)).json).toMatchObject({ needsEmail: true, needsCode: true, title: null });
    await house.askForCode(token, { email });
    const code = await house.codeOf();
    expect((await house.enter(token, { code, email: house.address() })).json.code).toBe('guest_code_wrong');
    const cookie = (await house.enter(token, { code, email })).set;
    expect((await read(cookie)).json).toMatchObject({ abilities: { write: false } });
    expect((await house.enter(token, { code, email })).json.code).toBe('guest_code_wrong');
  });

  it('GST-12 sign out without an identity provider, and only the one session', async () => {
    const { email, mailed } = await invite();
    const here = (await house.enter(await mailed())).set;
    const [way] = await makeWaysBack(house.system(), email);
    const there = (await house.enter(way?.token ?? '')).set;
    expect((await house.ask('DELETE', '/session', { cookie: here })).status).toBe(204);
    expect((await read(here)).status).toBe(401);
    expect((await read(there)).status).toBe(200);
  });

  it('GST-15 whoever was signed in in that browser is signed out, and older mails open nothing any more', async () => {
    const { mailed } = await invite();
    const [older, newer] = [await mailed(), await mailed()];
    const first = await house.enter(newer);
    expect((await house.look(older)).status).toBe(404);
    const another = await (await invite()).mailed();
    const body = { token: another, name: 'Robin', locale: 'en' };
    expect((await house.ask('POST', '/guests/enter', { cookie: first.set, body })).status).toBe(200);
    expect((await read(first.set)).status).toBe(401);
  });
});
