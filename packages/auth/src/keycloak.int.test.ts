import type { Server } from 'node:http';
import { keycloakEnv, sessionEnv } from '@hemicycle/env';
import {
  createWorld,
  type KeycloakSignIn,
  listenAsPortal,
  openTestRun,
  signInAtKeycloak,
  startKeycloak,
  type TestKeycloak,
  type TestWorld,
  until,
} from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import demo from '../../../prisma/demo/accounts.json';
import type { Auth } from './Auth';
import { createAccountWatch } from './createAccountWatch';
import { createAuth } from './createAuth';
import { createIdentityService } from './createIdentityService';
import { BROWSER, cookieOf } from './testing/testRealm';

let keycloak: TestKeycloak;
let world: TestWorld;
let auth: Auth;
let hooks: Server;
/** Resolves with the next logout token Keycloak posts. */
let nextLogoutToken: Promise<string>;

const env = () => keycloakEnv(openTestRun().settings.environment);

beforeAll(async () => {
  keycloak = await startKeycloak();
  world = await createWorld({ issuer: keycloak.issuer });
  await world.database.organisation.update({
    where: { id: world.organisationId },
    data: { externalKey: demo.organisation.externalKey },
  });
  auth = createAuth({ database: world.database, identity: createIdentityService(env()), keycloak: env() });
  let arrived: (token: string) => void = () => {};
  nextLogoutToken = new Promise((resolve) => {
    arrived = resolve;
  });
  hooks = await listenAsPortal((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const token = new URLSearchParams(Buffer.concat(chunks).toString()).get('logout_token');
      if (token !== null) arrived(token);
      response.writeHead(204).end();
    });
  });
}, 300_000);
afterAll(async () => {
  await new Promise((resolve) => {
    hooks?.close(resolve);
  });
  await world?.close();
});

const signIn = (
  username: string,
  password = 'hemicycle-demo',
  browser: Pick<KeycloakSignIn, 'cookies' | 'parameters'> = {},
) =>
  signInAtKeycloak({
    ...browser,
    url: keycloak.url,
    realm: 'hemicycle',
    clientId: 'hemicycle-portal',
    redirectUri: `${openTestRun().settings.url}/sign-in`,
    username,
    password,
  });

it.each(['admin-cli', 'hemicycle-portal', 'account'])(
  'IDN-16 takes no password outside its own page: client %s',
  async (client) => {
    const response = await fetch(`${env().realmUrl}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: client,
        username: 'jonas.weber',
        password: 'hemicycle-demo',
      }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('access_token');
  },
);

describe('with the real Keycloak', () => {
  it('opens a session from its tokens, once', async () => {
    const tokens = await signIn('jonas.weber');
    const { actor, cookie } = await auth.openSession(tokens, BROWSER);
    expect((await auth.actorOf(cookieOf(cookie))).actor).toEqual(actor);
    expect(await world.database.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      name: 'Jonas Weber',
      email: 'jonas.weber@water.example',
      issuer: keycloak.issuer,
    });
    await expect(auth.openSession(tokens, BROWSER)).rejects.toMatchObject({ code: 'token_replayed' });
  });

  it('lets nobody in with a wrong password or a disabled account', async () => {
    await expect(signIn('jonas.weber', 'wrong')).rejects.toThrow(/refused/);
    await expect(signIn('former.colleague')).rejects.toThrow(/refused/);
  });

  it('IDN-9 takes an authorization code once', async () => {
    const tokens = await signIn('amina.diallo');
    expect(await tokens.replayCode()).toBe(400);
  });

  it('IDN-42 tells when and how somebody proved who they are: being remembered is no proof', async () => {
    const cookies = new Map<string, string>();
    const stepUp = { prompt: 'login', acr_values: sessionEnv({}).stepUp.acr[0] };
    const opened = async (parameters: Record<string, string>, cookie: string | null = null) => {
      const tokens = await signIn('piotr.kowalski', 'hemicycle-demo', { cookies, parameters });
      const session = await auth.openSession(tokens, { cookie, userAgent: null });
      const { sessionId } = session.actor;
      const row = await world.database.session.findUniqueOrThrow({ where: { id: sessionId } });
      return { row, cookie: cookieOf(session.cookie) };
    };
    const fresh = await opened({});
    expect(fresh.row.acr).toBe('1');
    const remembered = await opened({});
    expect(remembered.row).toMatchObject({ acr: '0', authTime: fresh.row.authTime });
    await until(() => Date.now() > fresh.row.authTime.getTime() + 1_000, 'another second');
    const proved = await opened(stepUp, remembered.cookie);
    expect(proved.row).toMatchObject({ id: remembered.row.id, acr: '1' });
    expect(proved.row.authTime.getTime()).toBeGreaterThan(fresh.row.authTime.getTime());
  });

  it('IDN-53 signs out there too, and understands what Keycloak then posts', async () => {
    const tokens = await signIn('sofia.lindqvist');
    const { actor } = await auth.openSession(tokens, BROWSER);
    const { keycloakSid } = await world.database.session.findUniqueOrThrow({
      where: { id: actor.sessionId },
    });
    const userinfo = async () => {
      const headers = { authorization: `Bearer ${tokens.accessToken}` };
      return (await fetch(`${env().realmUrl}/protocol/openid-connect/userinfo`, { headers })).status;
    };
    expect(await userinfo()).toBe(200);
    await createIdentityService(env()).endSession(keycloakSid);
    const token = await nextLogoutToken;
    await auth.endByLogoutToken(token);
    const row = await world.database.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(row.endedAt).not.toBeNull();
    await expect(auth.endByLogoutToken(token)).rejects.toMatchObject({ code: 'token_replayed' });
    expect(await userinfo()).toBe(401);
  });

  it('IDN-54 ends the sessions of an account that is disabled there, and of no other', async () => {
    const watch = createAccountWatch({ database: world.database, keycloak: env() });
    const { actor, cookie } = await auth.openSession(await signIn('tomas.ruiz'), BROWSER);
    const other = await auth.openSession(await signIn('jonas.weber'), BROWSER);
    const { subject } = await world.database.user.findUniqueOrThrow({ where: { id: actor.userId } });
    await watch.look();
    expect((await auth.actorOf(cookieOf(cookie))).refusal).toBeNull();
    await setEnabled(subject, false);
    try {
      await until(async () => {
        await watch.look();
        auth.forgetAll();
        return (await auth.actorOf(cookieOf(cookie))).refusal?.code === 'session_expired';
      }, 'the session of the disabled account ended');
    } finally {
      await setEnabled(subject, true);
    }
    expect((await auth.actorOf(cookieOf(other.cookie))).refusal).toBeNull();
  });
});

/** As in Keycloak's console. */
async function setEnabled(subject: string, enabled: boolean): Promise<void> {
  const { realmUrl, url, realm, serviceClientId, serviceClientSecret } = env();
  const granted = await fetch(`${realmUrl}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: serviceClientId,
      client_secret: serviceClientSecret,
    }),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const address = `${url}/admin/realms/${realm}/users/${subject}`;
  const user = (await (await fetch(address, { headers })).json()) as object;
  const body = JSON.stringify({ ...user, enabled });
  expect((await fetch(address, { method: 'PUT', headers, body })).status).toBe(204);
}
