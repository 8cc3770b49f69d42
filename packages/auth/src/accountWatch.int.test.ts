import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createAccountWatch } from './createAccountWatch';
import { cookieOf, createTestRealm, seconds, type TestRealm } from './testing/testRealm';

/** Between two looks, in one synchronisation. */
const CHANGES = 250;

let realm: TestRealm;
let keycloak: Server;
let disabled: string;
beforeAll(async () => {
  realm = await createTestRealm();
  keycloak = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(new URL(request.url ?? '/', 'http://localhost'))));
  });
  await new Promise<void>((resolve) => {
    keycloak.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  keycloak?.close();
  await realm?.close();
});
beforeEach(() => {
  realm.someoneElse();
  disabled = realm.person.subject;
});

/** As much of Keycloak's admin interface as is asked: the disabled account was changed before all the others. */
function answer({ pathname, searchParams }: URL): unknown {
  if (pathname.endsWith('/token')) return { access_token: 'service', expires_in: 300 };
  if (!pathname.endsWith('/admin-events')) return { enabled: !pathname.endsWith(`/users/${disabled}`) };
  const first = Number(searchParams.get('first') ?? 0);
  const others = Array.from({ length: CHANGES }, (_, index) => `other-${index}`);
  return [...others, disabled]
    .map((subject, index) => ({ time: Date.now() - index, resourcePath: `users/${subject}` }))
    .slice(first, first + Number(searchParams.get('max')));
}

const look = () => {
  const url = `http://127.0.0.1:${(keycloak.address() as AddressInfo).port}`;
  const parts = { ...realm.keycloak, url, realmUrl: `${url}/realms/water` };
  return createAccountWatch({ database: realm.world.database, keycloak: parts }).look();
};

it('IDN-54 finds who was disabled among more changes than one answer tells', async () => {
  const { cookie } = await realm.signIn();
  await look();
  realm.auth.forgetAll();
  expect((await realm.auth.actorOf(cookieOf(cookie))).refusal?.code).toBe('session_expired');
});

it('IDN-55 who was disabled does not come in by tokens got before', async () => {
  await realm.signIn();
  realm.person.sid = 'another browser';
  await look();
  const kept = { ...realm.id(), auth_time: seconds(-5) };
  await expect(realm.signIn(realm.access(), kept)).rejects.toMatchObject({ code: 'session_expired' });
});
