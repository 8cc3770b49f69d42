import { createHash } from 'node:crypto';
import { DomainError } from '@hemicycle/contracts';
import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { ProviderClaims, readProviderClaims } from './providerClaims';
import { type TrustedRealm, verifyJwt } from './verifyJwt';

const Shared = {
  sub: z.string().min(1).max(255),
  sid: z.string().min(1).max(255),
  jti: z.string().min(1).max(255),
  exp: z.int(),
};
const AccessClaims = z.object({ ...Shared, typ: z.literal('Bearer'), azp: z.string() });
const IdClaims = z.object({
  ...Shared,
  typ: z.literal('ID'),
  azp: z.string(),
  nonce: z.string().min(16).max(255),
  at_hash: z.string().optional(),
  auth_time: z.int().optional(),
  acr: z.string().min(1).max(255).optional(),
  iat: z.int(),
  name: z.string().trim().max(255).optional(),
  preferred_username: z.string().trim().max(255).optional(),
  email: z.string().trim().max(320).optional(),
  title: z.string().trim().max(255).optional(),
  ...ProviderClaims,
});

/** What a sign-in proves. */
export interface SignIn {
  readonly issuer: string;
  readonly subject: string;
  readonly keycloakSid: string;
  readonly name: string;
  readonly email: string;
  readonly title: string | null;
  /** Ids of the organisations the realm says they belong to. */
  readonly organisationKeys: readonly string[];
  /** Groups as the provider names them: paths or plain names. */
  readonly groups: readonly string[];
  readonly authTime: Date;
  /** How well they proved it (OpenID Connect Core, 2). Null: Keycloak does not say. */
  readonly acr: string | null;
  /** Of the access token: to be used once, and remembered until it would have expired. */
  readonly jti: string;
  readonly expiresAt: Date;
}

/**
 * Verifies the two tokens of one sign-in and that they belong together.
 * @throws DomainError invalid_token or identity_unavailable
 */
export async function verifySignIn(
  realm: TrustedRealm,
  tokens: { accessToken: string; idToken: string },
): Promise<SignIn> {
  const access = await verifyJwt(realm, tokens.accessToken, AccessClaims);
  const id = await verifyJwt(realm, tokens.idToken, IdClaims);
  require(access.azp === realm.clientId && id.azp === realm.clientId, 'azp');
  require(access.sub === id.sub, 'sub');
  require(access.sid === id.sid, 'sid');
  require(id.at_hash === undefined || id.at_hash === hashOf(tokens), 'at_hash');
  return {
    issuer: realm.issuer,
    subject: id.sub,
    keycloakSid: id.sid,
    name: id.name || id.preferred_username || id.sub,
    email: id.email ?? '',
    title: id.title || null,
    ...readProviderClaims(id),
    authTime: new Date((id.auth_time ?? id.iat) * 1000),
    acr: id.acr ?? null,
    jti: access.jti,
    expiresAt: new Date(access.exp * 1000),
  };
}

function require(holds: boolean, claim: string): asserts holds {
  if (!holds) throw new DomainError('invalid_token', claim);
}

/** OpenID Connect Core 3.1.3.6: left half of the hash that the id token's algorithm names; both of ours use SHA-256. */
function hashOf(tokens: { accessToken: string; idToken: string }): string | undefined {
  if (!decodeProtectedHeader(tokens.idToken).alg?.endsWith('256')) return undefined;
  return createHash('sha256').update(tokens.accessToken).digest().subarray(0, 16).toString('base64url');
}
