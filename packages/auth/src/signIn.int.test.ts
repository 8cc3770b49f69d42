import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import { createAuth } from './createAuth';
import {
  BROWSER,
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
  it('IDN-11 makes the account at the first sign-in and finds it at the second, whatever became of name and address', async () => {
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

  it('IDN-11 does not take an address for a person', async () => {
    const { actor } = await realm.signIn();
    realm.someoneElse();
    expect((await realm.signIn()).actor.userId).not.toBe(actor.userId);
  });

  it('IDN-13 gives a cookie that scripts and other sites cannot use, and keeps only its hash', async () => {
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

  it('IDN-8 happens once for a token, also when both come at the same moment', async () => {
    const tokens = {
      accessToken: await realm.signers.rs256(realm.access()),
      idToken: await realm.signers.rs256(realm.id()),
    };
    const outcomes = await Promise.allSettled([
      realm.auth.openSession(tokens, BROWSER),
      realm.auth.openSession(tokens, BROWSER),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(realm.auth.openSession(tokens, BROWSER)).rejects.toMatchObject({ code: 'token_replayed' });
  });

  it.each<[string, () => [JWTPayload, JWTPayload]]>([
    [
      'IDN-1 access token of another issuer',
      () => [{ ...realm.access(), iss: 'https://evil.example/realms/water' }, realm.id()],
    ],
    [
      'IDN-1 id token of another issuer',
      () => [realm.access(), { ...realm.id(), iss: `${realm.world.issuer}/` }],
    ],
    ['IDN-2 access token for another audience', () => [{ ...realm.access(), aud: 'account' }, realm.id()]],
    [
      'IDN-2 id token for another audience',
      () => [realm.access(), { ...realm.id(), aud: ['account', 'other'] }],
    ],
    ['IDN-3 access token of another client', () => [{ ...realm.access(), azp: 'other-client' }, realm.id()]],
    ['IDN-3 id token of another client', () => [realm.access(), { ...realm.id(), azp: 'other-client' }]],
    ['IDN-6 expired', () => [{ ...realm.access(), iat: seconds(-100), exp: seconds(-20) }, realm.id()]],
    ['IDN-6 issued long ago, still running', () => [{ ...realm.access(), iat: seconds(-600) }, realm.id()]],
    ['IDN-6 issued in the future', () => [{ ...realm.access(), iat: seconds(120) }, realm.id()]],
    ['IDN-6 not valid yet', () => [{ ...realm.access(), nbf: seconds(120) }, realm.id()]],
    ['IDN-7 without sid', () => [without(realm.access(), 'sid'), realm.id()]],
    ['IDN-7 id token without sid', () => [realm.access(), without(realm.id(), 'sid')]],
    ['IDN-4 without nonce', () => [realm.access(), without(realm.id(), 'nonce')]],
    ['IDN-8 without jti', () => [without(realm.access(), 'jti'), realm.id()]],
    ['IDN-6 without exp', () => [without(realm.access(), 'exp'), realm.id()]],
    ['IDN-7 refresh token as access token', () => [{ ...realm.access(), typ: 'Refresh' }, realm.id()]],
    ['IDN-7 the access token twice', () => [realm.access(), { ...realm.access(), nonce: randomUUID() }]],
    ['IDN-7 the id token twice', () => [{ ...realm.id(), typ: 'ID' }, realm.id()]],
    ['IDN-7 of two people', () => [realm.access(), { ...realm.id(), sub: randomUUID() }]],
    ['IDN-7 of two Keycloak sessions', () => [realm.access(), { ...realm.id(), sid: randomUUID() }]],
    [
      'IDN-7 with the hash of another access token',
      () => [realm.access(), { ...realm.id(), at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ],
  ])('refuses tokens: %s', async (_, claims) => {
    const [accessClaims, idClaims] = claims();
    await expect(realm.signIn(accessClaims, idClaims)).rejects.toMatchObject(refused);
    expect(await realm.world.database.user.count({ where: { subject: realm.person.subject } })).toBe(0);
  });

  describe('IDN-10 with another provider about', () => {
    const theirs = 'https://identity.example/realms/roads';
    let other: TestRealm;
    beforeAll(async () => {
      other = await createTestRealm(theirs);
    });
    afterAll(() => other?.close());

    it.each<[string, () => [Promise<string>, Promise<string>]]>([
      [
        'its own tokens',
        () => [
          other.signers.rs256({ ...realm.access(), iss: theirs }),
          other.signers.rs256({ ...realm.id(), iss: theirs }),
        ],
      ],
      [
        'its tokens under our issuer’s name and our key’s',
        () => [other.signers.rs256(realm.access()), other.signers.rs256(realm.id())],
      ],
      [
        'our access token beside its id token',
        () => [realm.signers.rs256(realm.access()), other.signers.rs256({ ...realm.id(), iss: theirs })],
      ],
      [
        'its access token beside our id token',
        () => [other.signers.rs256({ ...realm.access(), iss: theirs }), realm.signers.rs256(realm.id())],
      ],
    ])('refuses %s', async (_, make) => {
      const [accessToken, idToken] = await Promise.all(make());
      await expect(realm.auth.openSession({ accessToken, idToken }, BROWSER)).rejects.toMatchObject(refused);
      expect(await realm.world.database.user.count({ where: { subject: realm.person.subject } })).toBe(0);
    });

    it('refuses the same person and address under its name, though its tokens are good where it counts', async () => {
      const { actor } = await realm.signIn();
      const accessToken = await other.signers.rs256({ ...realm.access(), iss: theirs });
      const idToken = await other.signers.rs256({ ...realm.id(), iss: theirs });
      const tokens = { accessToken, idToken };
      await expect(realm.auth.openSession(tokens, BROWSER)).rejects.toMatchObject(refused);
      expect((await other.auth.openSession(tokens, BROWSER)).actor.userId).not.toBe(actor.userId);
    });
  });

  it.each<[string, () => Signer]>([
    ['nothing (alg none)', () => async (claims) => new UnsecuredJWT(claims).encode()],
    ['the public key as an HMAC secret', () => realm.signers.hmacOfPublicKey],
    ['a foreign key under our key’s name', () => realm.signers.foreign],
    ['a key we do not know', () => realm.signers.unknownKey],
    ['our key with an algorithm that is not pinned', () => realm.signers.ps256],
  ])('IDN-5 refuses tokens signed with %s', async (_, signer) => {
    await expect(realm.signIn(realm.access(), realm.id(), signer())).rejects.toMatchObject(refused);
  });

  it('IDN-12 refuses a disabled account, and one whose realm has no organisation', async () => {
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

  it('IDN-71 says that identity is away when its keys cannot be fetched', async () => {
    const cut = createAuth({
      database: realm.world.database,
      identity: realm.identity,
      keycloak: { issuer: realm.world.issuer, clientId: CLIENT, realmUrl: `${NOWHERE}/realms/water` },
    });
    const tokens = {
      accessToken: await realm.signers.rs256(realm.access()),
      idToken: await realm.signers.rs256(realm.id()),
    };
    await expect(cut.openSession(tokens, BROWSER)).rejects.toMatchObject({ code: 'identity_unavailable' });
  });
});
