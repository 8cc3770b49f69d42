import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SessionEnv, sessionEnv } from '@hemicycle/env';
import { createWorld } from '@hemicycle/testing';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import type { SignInBrowser } from '../Auth';
import { createAuth } from '../createAuth';
import { createIdentityService } from '../createIdentityService';

export const CLIENT = 'hemicycle-portal';
/** Nothing listens there. */
export const NOWHERE = 'http://127.0.0.1:9/auth';

export type TestRealm = Awaited<ReturnType<typeof createTestRealm>>;
export type Signer = (claims: JWTPayload, header?: Partial<JWTHeaderParameters>) => Promise<string>;

export const seconds = (offset = 0): number => Math.floor(Date.now() / 1000) + offset;
export const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';
export const without = (claims: JWTPayload, name: string): JWTPayload => {
  const { [name]: _, ...rest } = claims;
  return rest;
};

/** What the sign-ins of these tests come from, where it does not matter. */
export const BROWSER = { cookie: null, userAgent: null };

/** An OpenID provider's keys over HTTP, as far as anybody may read them. */
async function serveKeys(keys: readonly JWK[]) {
  const server = createServer((request, response) => {
    const known = request.url?.endsWith('/protocol/openid-connect/certs') === true;
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { keys } : {}));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { realmUrl: `http://127.0.0.1:${port}/realms/water`, close };
}

/**
 * A realm with keys of its own, tokens as Keycloak makes them, and an `Auth` that trusts it as it would trust Keycloak.
 * Everything else of Keycloak is away.
 */
export async function createTestRealm(issuer?: string) {
  const sessions: SessionEnv = sessionEnv({});
  const world = await createWorld(issuer === undefined ? {} : { issuer });
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const ec = await generateKeyPair('ES256');
  const foreign = await generateKeyPair('RS256');
  const publicJwk = await exportJWK(rsa.publicKey);
  const pss = await importJWK(await exportJWK(rsa.privateKey), 'PS256');
  const provider = await serveKeys([
    { ...publicJwk, kid: 'rsa', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256', use: 'sig' },
  ]);
  const keycloak = {
    issuer: world.issuer,
    clientId: CLIENT,
    realmUrl: provider.realmUrl,
    url: NOWHERE,
    publicUrl: NOWHERE,
    realm: 'water',
    serviceClientId: 'hemicycle-service',
    serviceClientSecret: 'secret',
  };
  const identity = createIdentityService(keycloak, sessions);
  const auth = createAuth({ database: world.database, identity, keycloak, sessions });
  const person = { subject: randomUUID() as string, sid: randomUUID() as string };

  const common = (): JWTPayload => ({
    iss: world.issuer,
    aud: CLIENT,
    azp: CLIENT,
    sub: person.subject,
    sid: person.sid,
    jti: randomUUID(),
    iat: seconds(),
    exp: seconds(300),
  });
  const access = (): JWTPayload => ({ ...common(), typ: 'Bearer' });
  const id = (): JWTPayload => ({
    ...common(),
    typ: 'ID',
    nonce: randomUUID(),
    auth_time: seconds(),
    acr: '1',
    name: 'Inès Moreau',
    email: 'ines@water.example',
  });
  const signer =
    (key: Parameters<SignJWT['sign']>[0], alg: string, kid: string): Signer =>
    (claims, header) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT', ...header }).sign(key);
  const rs256 = signer(rsa.privateKey, 'RS256', 'rsa');
  return {
    world,
    auth,
    /** Whose tokens are made; change it to be somebody else. */
    person,
    access,
    id,
    signers: {
      rs256,
      es256: signer(ec.privateKey, 'ES256', 'ec'),
      ps256: signer(pss, 'PS256', 'rsa'),
      foreign: signer(foreign.privateKey, 'RS256', 'rsa'),
      unknownKey: signer(foreign.privateKey, 'RS256', 'unknown'),
      hmacOfPublicKey: signer(new TextEncoder().encode(JSON.stringify(publicJwk)), 'HS256', 'rsa'),
    },
    keycloak,
    identity,
    async signIn(
      accessClaims = access(),
      idClaims = id(),
      sign: Signer = rs256,
      browser: SignInBrowser = BROWSER,
    ) {
      const tokens = { accessToken: await sign(accessClaims), idToken: await sign(idClaims) };
      return auth.openSession(tokens, browser);
    },
    someoneElse(): void {
      person.subject = randomUUID();
      person.sid = randomUUID();
    },
    async close() {
      await provider.close();
      await world.close();
    },
  };
}
