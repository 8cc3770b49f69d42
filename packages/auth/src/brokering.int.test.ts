import { keycloakEnv } from '@hemicycle/env';
import {
  administerProvider,
  createWorld,
  openTestRun,
  type ProviderAdmin,
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

const PASSWORD = 'hemicycle-demo';

let keycloak: TestKeycloak;
let world: TestWorld;
let auth: Auth;
let provider: ProviderAdmin;

beforeAll(async () => {
  keycloak = await startKeycloak();
  provider = await administerProvider(keycloak);
  world = await createWorld({ issuer: keycloak.issuer });
  const { id, name, externalKey, domains } = demo.neighbour;
  const { issuer } = keycloak;
  await world.database.organisation.create({ data: { id, name, issuer, externalKey, domains } });
  await world.database.organisation.update({
    where: { id: world.organisationId },
    data: { externalKey: demo.organisation.externalKey },
  });
  const env = keycloakEnv(openTestRun().settings.environment);
  auth = createAuth({ database: world.database, identity: createIdentityService(env), keycloak: env });
}, 240_000);
afterAll(() => world?.close());

const BROWSER = { cookie: null, userAgent: null };

const tokensOf = (username: string, options: { usernameThere?: string } = {}) =>
  signInAtKeycloak({
    url: keycloak.url,
    realm: 'hemicycle',
    clientId: 'hemicycle-portal',
    redirectUri: `${openTestRun().settings.url}/sign-in`,
    username,
    password: PASSWORD,
    ...(options.usernameThere ? { usernameThere: options.usernameThere } : {}),
  });
const signIn = async (username: string, usernameThere?: string) =>
  (await auth.openSession(await tokensOf(username, usernameThere ? { usernameThere } : {}), BROWSER)).actor;
const groupsOf = async (userId: string) =>
  (await world.database.groupMember.findMany({ where: { userId }, select: { group: true } })).map(
    ({ group }) => group.externalPath,
  );

describe('with the real Keycloak and another realm as a provider', () => {
  it('ACC-60, ACC-62, ACC-65 an address leads there and back, into that organisation, with its groups; what changes there follows', async () => {
    await provider.create('ida.norr', 'ida.norr@transport.example', PASSWORD);
    const hugo = await signIn('hugo.martin@transport.example');
    expect(hugo).toMatchObject({ organisationId: demo.neighbour.id, organisationRole: 'member' });
    expect(await groupsOf(hugo.userId)).toEqual(['/Harbours']);
    expect((await signIn('ida.norr@transport.example')).userId).not.toBe(hugo.userId);
    await provider.changeEmail('hugo.martin', 'hugo.m@transport.example');
    await provider.leaveGroups('hugo.martin');
    expect((await signIn('hugo.m@transport.example')).userId).toBe(hugo.userId);
    expect(await world.database.user.findUnique({ where: { id: hugo.userId } })).toMatchObject({
      name: 'Hugo Martin',
      email: 'hugo.m@transport.example',
      issuer: keycloak.issuer,
    });
    expect(await groupsOf(hugo.userId)).toEqual([]);
  });

  it('ACC-63 nobody is joined with an account here by its address, neither at first nor when it is changed to it', async () => {
    const jonas = await signIn('jonas.weber');
    expect(jonas.organisationId).toBe(world.organisationId);
    await provider.create('impostor', 'jonas.weber@water.example', PASSWORD);
    await expect(signIn('impostor@transport.example', 'impostor')).rejects.toThrow(
      /belongs to another account/,
    );
    await provider.create('later', 'later@transport.example', PASSWORD);
    const later = await signIn('later@transport.example');
    await provider.changeEmail('later', 'sofia.lindqvist@water.example');
    await expect(signIn('later@transport.example', 'later')).rejects.toThrow(/was not accepted here/);
    // An address nobody has yet, but that is not theirs to give.
    await provider.changeEmail('later', 'minister@water.example');
    await expect(signIn('later@transport.example', 'later')).rejects.toMatchObject({ code: 'email_refused' });
    expect(await world.database.user.findUnique({ where: { id: later.userId } })).toMatchObject({
      email: 'later@transport.example',
      organisationId: demo.neighbour.id,
    });
    expect((await signIn('jonas.weber')).userId).toBe(jonas.userId);
  });

  it('ACC-64 only administrators change at Keycloak what says who somebody is and where they belong', async () => {
    const { attributes } = (await provider.profileOf('hemicycle')) as {
      attributes: { name: string; permissions: { edit: string[] } }[];
    };
    expect(attributes.map(({ name, permissions }) => [name, permissions.edit])).toEqual(
      ['username', 'email', 'firstName', 'lastName', 'providerGroups'].map((name) => [name, ['admin']]),
    );
  });
});
