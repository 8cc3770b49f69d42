import { createAuth } from '@hemicycle/auth';
import type { Session } from '@hemicycle/contracts';
import { hashPassword } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import { keycloakEnv, sessionEnv } from '@hemicycle/env';
import { createMetrics } from '@hemicycle/observability';
import { openTestRun, type TestPerson } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from './ApiComposition';
import { createApi } from './createApi';
import { type AccessStreet, createAccessStreet } from './testing/accessHouse';

const PASSWORD = 'a long sentence for the safe';

let street: AccessStreet;
/** The same house, with a break-glass administrator. */
let prepared: Api;
beforeAll(async () => {
  street = await createAccessStreet();
  const sessions = sessionEnv({ BREAK_GLASS_PASSWORD_HASH: await hashPassword(PASSWORD) });
  const { database } = street.world;
  const { services } = street.world.as(street.people.owner);
  const keycloak = keycloakEnv(openTestRun().settings.environment);
  const auth = createAuth({ database, identity: services.identity, keycloak, sessions });
  const metrics = createMetrics('break-glass', { defaults: false });
  prepared = createApi({ database, auth, services, metrics, publicOrigin: street.origin });
});
afterAll(() => street?.close());

interface Asked {
  as?: { cookie: string } | null;
  body?: unknown;
  from?: string;
  api?: Api;
  headers?: Record<string, string>;
}

async function ask(route: string, { as = null, body, from, api = street.api, headers = {} }: Asked = {}) {
  const [method = '', path = ''] = route.split(' ');
  const request = new Request(`${street.origin}/api/v1${path}`, {
    method,
    headers: {
      origin: street.origin,
      'content-type': 'application/json',
      ...(as && { cookie: as.cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await api.fetch(request, from === undefined ? {} : { clientAddress: from });
  const text = await response.text();
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { status: response.status, json: text === '' ? null : JSON.parse(text), cookie };
}

/** Another browser of theirs: its session and its cookie. */
async function elsewhere(person: TestPerson, device: { browser?: string; system?: string } = {}) {
  const { hashSecret, newSecret, sessionCookie } = await import('@hemicycle/auth');
  const secret = newSecret();
  const id = newId();
  await street.world.database.session.create({
    data: {
      ...device,
      id,
      userId: person.id,
      tokenHash: hashSecret(secret),
      keycloakSid: id,
      issuer: street.world.issuer,
      authTime: new Date(),
      acr: '1',
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const [cookie = ''] = sessionCookie(secret, 60).split(';');
  return { id, cookie };
}

const audited = (action: string, resourceId: string) =>
  street.world.database.auditEvent.findMany({ where: { action, resourceId } });
const outdate = (person: TestPerson, data: { authTime?: Date; acr?: string | null }) =>
  street.world.database.session.update({ where: { id: person.actor.sessionId }, data });

describe('sessions', () => {
  it('IDN-20 IDN-24 are listed with this one marked, and ended one by one or all others at once', async () => {
    const person = await street.world.person('Lister');
    const phone = await elsewhere(person, { browser: 'safari', system: 'ios' });
    const [third, fourth] = [await elsewhere(person), await elsewhere(person)];
    const path = `/people/${person.id}/sessions`;
    const list = async () => (await ask(`GET ${path}`, { as: person })).json.items as Session[];
    const shown = await list();
    expect(shown.map(({ id }) => id)).toEqual([fourth.id, third.id, phone.id, person.actor.sessionId]);
    expect(shown.map(({ current }) => current)).toEqual([false, false, false, true]);
    expect(shown[2]).toMatchObject({ browser: 'safari', system: 'ios', method: 'identity' });
    expect((await ask('GET /me', { as: phone })).status).toBe(200);
    expect((await ask(`DELETE ${path}/${phone.id}`, { as: person })).status).toBe(204);
    street.auth.forgetAll();
    expect((await ask('GET /me', { as: phone })).json.code).toBe('session_expired');
    expect((await ask(`DELETE ${path}/${phone.id}`, { as: person })).status).toBe(404);
    expect((await ask(`DELETE ${path}`, { as: person })).status).toBe(204);
    expect((await list()).map(({ id }) => id)).toEqual([person.actor.sessionId]);
    const told = await street.world.database.outboxEvent.findMany({ where: { topic: `user:${person.id}` } });
    expect(told.map(({ event }) => event)).toEqual(
      [phone, third, fourth].map(({ id }) => ({ type: 'session.ended', userId: person.id, sessionId: id })),
    );
  });

  it('IDN-22 of everybody are for administrators, page by page, and on record', async () => {
    const person = await street.world.person('Watched');
    const [second] = [await elsewhere(person)];
    const path = `/people/${person.id}/sessions`;
    const { administrator, reader } = street.people;
    const first = await ask(`GET ${path}?limit=1`, { as: administrator });
    expect(first.json.items).toHaveLength(1);
    const next = await ask(`GET ${path}?limit=1&cursor=${first.json.nextCursor}`, { as: administrator });
    expect(next.json).toMatchObject({
      items: [{ id: person.actor.sessionId, current: false }],
      nextCursor: null,
    });
    expect(await audited('session.listed', person.id)).toHaveLength(1);
    expect((await ask(`DELETE ${path}/${second.id}`, { as: reader })).status).toBe(404);
    expect((await ask(`DELETE ${path}`, { as: administrator })).status).toBe(204);
    street.auth.forgetAll();
    expect((await ask('GET /me', { as: person })).json.code).toBe('session_expired');
    expect(await audited('session.ended', person.id)).toMatchObject([
      { actorId: administrator.id, detail: { sessions: expect.arrayContaining([second.id]) } },
    ]);
  });

  it('IDN-32 say how long they go on, and begin anew only when somebody is there', async () => {
    const person = await street.world.person('Idle');
    const lastSeenAt = new Date(Date.now() - 7 * 3_600_000);
    const expiresAt = new Date(lastSeenAt.getTime() + 8 * 3_600_000);
    await outdate(person, {});
    await street.world.database.session.update({
      where: { id: person.actor.sessionId },
      data: { lastSeenAt, expiresAt },
    });
    const state = async (route: string) => (await ask(route, { as: person })).json;
    await ask('POST /tickets', { as: person, body: { purpose: 'events' } });
    expect(await state('GET /session')).toMatchObject({ expiresAt: expiresAt.toISOString() });
    const used = await state('POST /session/activity');
    expect(Date.parse(used.expiresAt)).toBeGreaterThan(Date.now() + 7.9 * 3_600_000);
    expect(Date.parse(used.endsAt)).toBeGreaterThan(Date.parse(used.expiresAt));
  });
});

describe('step-up', () => {
  const group = () => ({ name: `Group ${newId()}` });

  it.each<[string, (now: number) => { authTime?: Date; acr?: string | null }]>([
    ['old', (now) => ({ authTime: new Date(now - 16 * 60_000) })],
    ['not good enough', () => ({ acr: '0' })],
    ['of a kind that is not told', () => ({ acr: null })],
  ])('IDN-40 a proof of identity that is %s does not administer', async (_, made) => {
    const admin = await street.world.person('Old Admin', { organisationRole: 'administrator' });
    const other = await street.world.person('Kept');
    const created = await ask('POST /groups', { as: admin, body: group() });
    expect(created.status).toBe(201);
    await outdate(admin, made(Date.now()));
    const before = await street.fingerprint();
    const [inGroup, theirs] = [`/groups/${created.json.id}`, `/people/${other.id}/sessions`];
    for (const [route, body] of [
      ['POST /groups', group()],
      [`PATCH ${inGroup}`, group()],
      [`PUT ${inGroup}/members/person/${other.id}`],
      [`DELETE ${inGroup}/members/person/${other.id}`],
      [`DELETE ${inGroup}`],
      [`DELETE ${theirs}`],
      [`DELETE ${theirs}/${other.actor.sessionId}`],
      [`DELETE /guests/${other.id}`],
    ] as const) {
      const { status, json } = await ask(route, { as: admin, body });
      expect({ route, status, code: json?.code }).toEqual({ route, status: 403, code: 'step_up_required' });
    }
    expect(await street.fingerprint()).toBe(before);
    // One's own are ended without: whoever notices a thief must not be held up.
    expect((await ask(`DELETE /people/${admin.id}/sessions`, { as: admin })).status).toBe(204);
  });

  it('IDN-41 is not asked of whoever may not do it at all', async () => {
    const member = await street.world.person('Old Member');
    await outdate(member, { authTime: new Date(0) });
    expect((await ask('POST /groups', { as: member, body: group() })).json.code).toBe('forbidden');
    const others = `/people/${street.people.reader.id}/sessions`;
    expect((await ask(`DELETE ${others}`, { as: member })).json.code).toBe('not_found');
  });
});

describe('IDN-14 signing in and out', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a form of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('asked for by %s does not happen', async (_, headers) => {
    const person = await street.world.person('Crossed');
    for (const [route, body] of [
      ['POST /session', { accessToken: 'a', idToken: 'b' }],
      ['POST /session/break-glass', { password: PASSWORD }],
      ['POST /session/activity'],
      ['DELETE /session'],
      [`DELETE /people/${person.id}/sessions`],
    ] as const) {
      const { json, cookie } = await ask(route, { as: person, body, headers, api: prepared });
      expect({ route, code: json.code, cookie }).toEqual({ route, code: 'foreign_origin', cookie: '' });
    }
    expect((await ask('GET /me', { as: person })).status).toBe(200);
  });
});

describe('break-glass', () => {
  const open = (from = '198.51.100.1') =>
    ask('POST /session/break-glass', { body: { password: PASSWORD }, api: prepared, from });

  it('IDN-60 is not there where nothing is configured, not even what was opened before', async () => {
    const refused = await ask('POST /session/break-glass', { body: { password: PASSWORD } });
    expect({ status: refused.status, cookie: refused.cookie }).toEqual({ status: 404, cookie: '' });
    const opened = await open();
    expect(opened.status).toBe(201);
    expect((await ask('GET /me', { as: opened, api: prepared })).status).toBe(200);
    expect((await ask('GET /me', { as: opened })).json.code).toBe('session_expired');
  });

  it('IDN-61 IDN-63 is one session of 15 minutes, told to administrators and on record', async () => {
    const first = await open();
    const second = await open();
    const api = prepared;
    expect((await ask('GET /me', { as: first, api })).status).toBe(401);
    const { json: me } = await ask('GET /me', { as: second, api });
    expect(me.breakGlass.own).toBe(true);
    const lasts = (await ask('POST /session/activity', { as: second, api })).json;
    expect(Date.parse(lasts.expiresAt) - Date.parse(me.breakGlass.since)).toBe(15 * 60_000);
    const { administrator, reader } = street.people;
    const seen = async (person: TestPerson) => (await ask('GET /me', { as: person, api })).json.breakGlass;
    expect(await seen(administrator)).toEqual({ ...me.breakGlass, own: false });
    expect(await seen(reader)).toBeNull();
    const events = await street.world.database.outboxEvent.findMany({
      where: { topic: `user:${administrator.id}` },
    });
    expect(events.map(({ event }) => event)).toContainEqual({ type: 'me.changed', userId: administrator.id });
    const mails = await street.world.database.mailJob.findMany({ where: { kind: 'breakGlass' } });
    const receivers = mails.map(({ payload }) => (payload as { userId: string }).userId);
    const told = [administrator, reader, me].map(({ id }) => receivers.includes(id));
    expect(told).toEqual([true, false, false]);
    expect((await ask('DELETE /session', { as: second, api })).status).toBe(204);
    expect(await seen(administrator)).toBeNull();
    const trail = await street.world.database.auditEvent.findMany({ where: { actorId: me.id } });
    expect(trail.map(({ action }) => action)).toContain('breakGlass.opened');
    expect(trail.map(({ action }) => action)).toContain('breakGlass.ended');
  });

  it('IDN-64 reaches administration, and nothing else whatever was given to it', async () => {
    const { json: me, cookie } = await open();
    const { world, people } = street;
    const space = await world.space(people.owner, 'Given');
    await world.database.grant.create({
      data: { id: newId(), resourceType: 'space', resourceId: space.id, userId: me.id, role: 'owner' },
    });
    const to = async (route: string, body?: unknown) => {
      const { status, json } = await ask(route, { as: { cookie }, body, api: prepared });
      return json?.code ?? status;
    };
    const victim = await world.person('Ended');
    const group = await ask('POST /groups', {
      as: { cookie },
      body: { name: `G ${newId()}` },
      api: prepared,
    });
    expect(group.status).toBe(201);
    expect(await to(`GET /people/${victim.id}/sessions`)).toBe(200);
    expect(await to(`DELETE /people/${victim.id}/sessions`)).toBe(204);
    expect(await to(`PUT /groups/${group.json.id}/members/person/${me.id}`)).toBe('not_found');
    expect(await to('POST /tickets', { purpose: 'events' })).toBe(201);
    const documentId = await world.document(people.owner, space.id, 'Given too');
    expect(await to('POST /tickets', { purpose: 'document', documentId })).toBe('not_found');
    for (const route of [
      'GET /home',
      'GET /spaces',
      `GET /spaces/${space.id}`,
      `GET /channels/${space.channelId}/messages`,
      `GET /documents/${documentId}`,
      'GET /search?q=given',
      'POST /spaces',
    ]) {
      expect([route, await to(route, route.startsWith('POST') ? { name: 'x' } : undefined)]).toEqual([
        route,
        'administration_only',
      ]);
    }
    const directory = await ask('GET /people?q=break', { as: people.administrator });
    expect(directory.json.items).toEqual([]);
  });

  it('IDN-62 IDN-63 is not guessed: each try is on record, and the sixth is not even looked at', async () => {
    const guess = (from: string, password = 'wrong') =>
      ask('POST /session/break-glass', { body: { password }, api: prepared, from });
    for (let n = 0; n < 5; n += 1) expect((await guess('192.0.2.9')).json.code).toBe('break_glass_refused');
    expect((await guess('192.0.2.9', PASSWORD)).json.code).toBe('too_many_requests');
    expect(await audited('breakGlass.refused', street.world.organisationId)).toHaveLength(5);
    expect((await open('192.0.2.10')).status).toBe(201);
  });
});
