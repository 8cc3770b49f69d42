import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import { CLIENT, cookieOf, createTestRealm, seconds, type TestRealm, without } from './testing/testRealm';

let realm: TestRealm;
beforeAll(async () => {
  realm = await createTestRealm();
});
afterAll(() => realm?.close());
beforeEach(() => realm.someoneElse());

const refused = { code: 'invalid_token' };

describe('back-channel logout', () => {
  const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
  const logout = (): JWTPayload => ({
    iss: realm.world.issuer,
    aud: CLIENT,
    jti: randomUUID(),
    iat: seconds(),
    exp: seconds(120),
    sub: realm.person.subject,
    sid: realm.person.sid,
    events: { [EVENT]: {} },
  });
  const signLogout = (claims: JWTPayload) => realm.signers.rs256(claims, { typ: 'logout+jwt' });
  const isOpen = async (cookie: string): Promise<boolean> =>
    (await realm.auth.actorOf(cookieOf(cookie))).actor.kind === 'account';

  it('IDN-50 ends the session of its sid and no other', async () => {
    const { cookie } = await realm.signIn();
    realm.person.sid = randomUUID();
    const other = await realm.signIn();
    await realm.auth.endByLogoutToken(await signLogout(logout()));
    expect(await isOpen(cookie)).toBe(true);
    expect(await isOpen(other.cookie)).toBe(false);
  });

  it('IDN-50 without sid ends every session of its subject and nobody else’s', async () => {
    const { cookie } = await realm.signIn();
    const token = await signLogout(without(logout(), 'sid'));
    realm.someoneElse();
    const other = await realm.signIn();
    await realm.auth.endByLogoutToken(token);
    expect(await isOpen(cookie)).toBe(false);
    expect(await isOpen(other.cookie)).toBe(true);
  });

  it.each<[string, () => JWTPayload | Promise<string>]>([
    ['of another issuer', () => ({ ...logout(), iss: 'https://evil.example' })],
    ['for another audience', () => ({ ...logout(), aud: 'account' })],
    ['with a nonce, like an id token', () => ({ ...logout(), nonce: 'x' })],
    ['without the event', () => without(logout(), 'events')],
    ['with another event', () => ({ ...logout(), events: { 'http://example.org/other': {} } })],
    ['without jti', () => without(logout(), 'jti')],
    ['without iat', () => without(logout(), 'iat')],
    ['of long ago', () => ({ ...logout(), iat: seconds(-600) })],
    ['expired', () => ({ ...logout(), exp: seconds(-60) })],
    ['naming nobody', () => without(without(logout(), 'sub'), 'sid')],
    ['without exp', () => without(logout(), 'exp')],
    ['issued in the future', () => ({ ...logout(), iat: seconds(120) })],
    ['with the event’s value as text', () => ({ ...logout(), events: { [EVENT]: 'yes' } })],
    [
      'signed with the public key as a secret',
      () => realm.signers.hmacOfPublicKey(logout(), { typ: 'logout+jwt' }),
    ],
    ['signed by an algorithm that is not pinned', () => realm.signers.ps256(logout(), { typ: 'logout+jwt' })],
    ['unsigned', async () => new UnsecuredJWT(logout()).encode()],
    ['signed by somebody else', () => realm.signers.foreign(logout(), { typ: 'logout+jwt' })],
    ['that is something else by its header', () => realm.signers.rs256(logout(), { typ: 'at+jwt' })],
    ['that is any token by its header', () => realm.signers.rs256(logout(), { typ: 'JWT' })],
  ])('IDN-51 refuses a token %s', async (_, make) => {
    const { cookie } = await realm.signIn();
    const made = await make();
    const token = typeof made === 'string' ? made : await signLogout(made);
    await expect(realm.auth.endByLogoutToken(token)).rejects.toMatchObject(refused);
    expect(await isOpen(cookie)).toBe(true);
  });

  it('IDN-50 naming a sid and somebody else ends nothing', async () => {
    const { cookie } = await realm.signIn();
    await realm.auth.endByLogoutToken(await signLogout({ ...logout(), sub: randomUUID() }));
    expect(await isOpen(cookie)).toBe(true);
  });

  it.each([
    ['of its sid', true],
    ['of its subject', false],
  ])('IDN-55 tokens from before that nobody had brought yet open nothing: %s', async (_, named) => {
    await realm.auth.endByLogoutToken(await signLogout(named ? logout() : without(logout(), 'sid')));
    const proved = (auth_time: number) => realm.signIn(realm.access(), { ...realm.id(), auth_time });
    await expect(proved(seconds(-5))).rejects.toMatchObject({ code: 'session_expired' });
    await expect(proved(seconds(2))).resolves.toBeDefined();
  });

  it('IDN-52 happens once for a token', async () => {
    const token = await signLogout(logout());
    await realm.auth.endByLogoutToken(token);
    const { cookie } = await realm.signIn(realm.access(), { ...realm.id(), auth_time: seconds(2) });
    await expect(realm.auth.endByLogoutToken(token)).rejects.toMatchObject({ code: 'token_replayed' });
    expect(await isOpen(cookie)).toBe(true);
  });
});
