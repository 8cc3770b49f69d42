import { DomainError } from '@hemicycle/contracts';
import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { type TrustedRealm, verifyJwt } from './verifyJwt';

/** OpenID Connect Back-Channel Logout 1.0, 2.4. */
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const LogoutClaims = z
  .object({
    jti: z.string().min(1).max(255),
    exp: z.int(),
    sub: z.string().min(1).max(255).optional(),
    sid: z.string().min(1).max(255).optional(),
    events: z.object({ [EVENT]: z.object({}).loose() }),
    // One with a nonce could be an id token passed off as a logout token.
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

export interface LogoutRequest {
  readonly jti: string;
  readonly expiresAt: Date;
  readonly subject: string | undefined;
  readonly keycloakSid: string | undefined;
}

/**
 * Verifies a back-channel logout token.
 * @throws DomainError invalid_token or identity_unavailable
 */
export async function verifyLogoutToken(realm: TrustedRealm, token: string): Promise<LogoutRequest> {
  const { jti, exp, sub, sid } = await verifyJwt(realm, token, LogoutClaims);
  // The specification recommends it, ASVS 5 (10.5.5) asks for it, and Keycloak says it: nothing else is one.
  const { typ } = decodeProtectedHeader(token);
  if (!/^(application\/)?logout\+jwt$/i.test(typ ?? '')) {
    throw new DomainError('invalid_token', 'typ');
  }
  return { jti, expiresAt: new Date(exp * 1000), subject: sub, keycloakSid: sid };
}
