import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import { createAuth } from './createAuth';
import {
  CLIENT,
  cookieOf,
  createTestRealm,
  NOWHERE,
  type Signer,
  seconds,
  type TestRealm,
  without,
} from './testing/testRealm';

let realm: TestRealm;
beforeAll(async () => {
  realm = await createTestRealm();
});
afterAll(() => realm?.close());
beforeEach(() => realm.someoneElse());

const refused = { code: 'invalid_token' };

describe('opening a session', () => {
  it('makes the account at the first sign-in and finds it at the second, whatever became of name and address', async () => {
    const first = await realm.signIn();
    const second = await realm.signIn(realm.access(), {
      ...realm.id(),
      name: 'Inès Moreau-Petit',
      email: 'other@water.example',
    });
    expect(second.actor.userId).toBe(first.actor.userId);
    expect(second.actor.sessionId).not.toBe(first.actor.sessionId);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await realm.world.database.user.findUnique({ where: { id: first.actor.userId } })).toMatchObject({
      issuer: realm.world.issuer,
      subject: realm.person.subject,
      organisationId: realm.world.organisationId,
      organisationRole: 'member',
      name: 'Inès Moreau-Petit',
      sortName: 'ines moreau petit',
    });
  });

  it('does not take an address for a person', async () => {
    const { actor } = await realm.signIn();
    realm.someoneElse();
    expect((await realm.signIn()).actor.userId).not.toBe(actor.userId);
  });

  it('gives a cookie that scripts and other sites cannot use, and keeps only its hash', async () => {
    const { cookie, actor } = await realm.signIn();
    expect(cookie).toMatch(
      /^__Host-hemicycle=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=604800$/,
    );
    expect((await realm.auth.actorOf(cookieOf(cookie))).actor).toEqual(actor);
    const row = await realm.world.database.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(JSON.stringify(row)).not.toContain(cookieOf(cookie).split('=')[1]);
    expect(row).toMatchObject({ keycloakSid: realm.person.sid, issuer: realm.world.issuer });
  });

  it('takes ES256 as well', async () => {
    await expect(realm.signIn(realm.access(), realm.id(), realm.signers.es256)).resolves.toBeDefined();
  });

  it('happens once for a token, also when both come at the same moment', async () => {
    const tokens = {
      accessToken: await realm.signers.rs256(realm.access()),
      idToken: await realm.signers.rs256(realm.id()),
    };
    const outcomes = await Promise.allSettled([
      realm.auth.openSession(tokens),
      realm.auth.openSession(tokens),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(realm.auth.openSession(tokens)).rejects.toMatchObject({ code: 'token_replayed' });
  });

  it.each<[string, () => [JWTPayload, JWTPayload]]>([
    [
      'access token of another issuer',
      () => [{ ...realm.access(), iss: 'https://evil.example/realms/water' }, realm.id()],
    ],
    ['id token of another issuer', () => [realm.access(), { ...realm.id(), iss: `${realm.world.issuer}/` }]],
    ['access token for another audience', () => [{ ...realm.access(), aud: 'account' }, realm.id()]],
    ['id token for another audience', () => [realm.access(), { ...realm.id(), aud: ['account', 'other'] }]],
    ['access token of another client', () => [{ ...realm.access(), azp: 'other-client' }, realm.id()]],
    ['id token of another client', () => [realm.access(), { ...realm.id(), azp: 'other-client' }]],
    ['expired', () => [{ ...realm.access(), iat: seconds(-100), exp: seconds(-20) }, realm.id()]],
    ['issued long ago, still running', () => [{ ...realm.access(), iat: seconds(-600) }, realm.id()]],
    ['issued in the future', () => [{ ...realm.access(), iat: seconds(120) }, realm.id()]],
    ['not valid yet', () => [{ ...realm.access(), nbf: seconds(120) }, realm.id()]],
    ['without sid', () => [without(realm.access(), 'sid'), realm.id()]],
    ['id token without sid', () => [realm.access(), without(realm.id(), 'sid')]],
    ['without nonce', () => [realm.access(), without(realm.id(), 'nonce')]],
    ['without jti', () => [without(realm.access(), 'jti'), realm.id()]],
    ['without exp', () => [without(realm.access(), 'exp'), realm.id()]],
    ['refresh token as access token', () => [{ ...realm.access(), typ: 'Refresh' }, realm.id()]],
    ['the access token twice', () => [realm.access(), { ...realm.access(), nonce: randomUUID() }]],
    ['the id token twice', () => [{ ...realm.id(), typ: 'ID' }, realm.id()]],
    ['of two people', () => [realm.access(), { ...realm.id(), sub: randomUUID() }]],
    ['of two Keycloak sessions', () => [realm.access(), { ...realm.id(), sid: randomUUID() }]],
    [
      'with the hash of another access token',
      () => [realm.access(), { ...realm.id(), at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ],
  ])('refuses tokens: %s', async (_, claims) => {
    const [accessClaims, idClaims] = claims();
    await expect(realm.signIn(accessClaims, idClaims)).rejects.toMatchObject(refused);
    expect(await realm.world.database.user.count({ where: { subject: realm.person.subject } })).toBe(0);
  });

  it.each<[string, () => Signer]>([
    ['nothing (alg none)', () => async (claims) => new UnsecuredJWT(claims).encode()],
    ['the public key as an HMAC secret', () => realm.signers.hmacOfPublicKey],
    ['a foreign key under our key’s name', () => realm.signers.foreign],
    ['a key we do not know', () => realm.signers.unknownKey],
    ['our key with an algorithm that is not pinned', () => realm.signers.ps256],
  ])('refuses tokens signed with %s', async (_, signer) => {
    await expect(realm.signIn(realm.access(), realm.id(), signer())).rejects.toMatchObject(refused);
  });

  it('refuses a disabled account, and one whose realm has no organisation', async () => {
    const { actor } = await realm.signIn();
    await realm.world.database.user.update({ where: { id: actor.userId }, data: { disabledAt: new Date() } });
    await expect(realm.signIn()).rejects.toMatchObject({ code: 'account_disabled' });
    await realm.world.database.organisation.update({
      where: { id: realm.world.organisationId },
      data: { issuer: 'https://elsewhere.example' },
    });
    realm.someoneElse();
    await expect(realm.signIn()).rejects.toMatchObject({ code: 'account_unknown' });
    await realm.world.database.organisation.update({
      where: { id: realm.world.organisationId },
      data: { issuer: realm.world.issuer },
    });
  });

  it('says that identity is away when its keys cannot be fetched', async () => {
    const cut = createAuth({
      database: realm.world.database,
      identity: { endSession: async () => {} },
      keycloak: { issuer: realm.world.issuer, clientId: CLIENT, realmUrl: `${NOWHERE}/realms/water` },
    });
    const tokens = {
      accessToken: await realm.signers.rs256(realm.access()),
      idToken: await realm.signers.rs256(realm.id()),
    };
    await expect(cut.openSession(tokens)).rejects.toMatchObject({ code: 'identity_unavailable' });
  });
});
