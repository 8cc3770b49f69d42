import { createServer, type Server } from 'node:http';
import { keycloakEnv } from '@hemicycle/env';
import {
  createWorld,
  openTestRun,
  signInAtKeycloak,
  startKeycloak,
  type TestKeycloak,
  type TestWorld,
} from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import demo from '../../../prisma/demo/accounts.json';
import type { Auth } from './Auth';
import { createAuth } from './createAuth';
import { createIdentityService } from './createIdentityService';
import { cookieOf } from './testing/testRealm';

let keycloak: TestKeycloak;
let world: TestWorld;
let auth: Auth;
let hooks: Server;
/** Resolves with the next logout token Keycloak posts. */
let nextLogoutToken: Promise<string>;

const env = () => keycloakEnv(openTestRun().settings.environment);

beforeAll(async () => {
  const { settings } = openTestRun();
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
  hooks = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const token = new URLSearchParams(Buffer.concat(chunks).toString()).get('logout_token');
      if (token !== null) arrived(token);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => {
    hooks.listen(settings.ports.portal, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  await new Promise((resolve) => {
    hooks?.close(resolve);
  });
  await world?.close();
});

const signIn = (username: string, password = 'hemicycle-demo') =>
  signInAtKeycloak({
    url: keycloak.url,
    realm: 'hemicycle',
    clientId: 'hemicycle-portal',
    redirectUri: `${openTestRun().settings.url}/sign-in`,
    username,
    password,
  });

describe('with the real Keycloak', () => {
  it('opens a session from its tokens, once', async () => {
    const tokens = await signIn('jonas.weber');
    const { actor, cookie } = await auth.openSession(tokens);
    expect((await auth.actorOf(cookieOf(cookie))).actor).toEqual(actor);
    expect(await world.database.user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      name: 'Jonas Weber',
      email: 'jonas.weber@water.example',
      issuer: keycloak.issuer,
    });
    await expect(auth.openSession(tokens)).rejects.toMatchObject({ code: 'token_replayed' });
  });

  it('lets nobody in with a wrong password or a disabled account', async () => {
    await expect(signIn('jonas.weber', 'wrong')).rejects.toThrow(/refused/);
    await expect(signIn('former.colleague')).rejects.toThrow(/refused/);
  });

  it('signs out there too, and understands what Keycloak then posts', async () => {
    const tokens = await signIn('sofia.lindqvist');
    const { actor } = await auth.openSession(tokens);
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
});
