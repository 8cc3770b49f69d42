import { DomainError } from '@hemicycle/contracts';
import { errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { z } from 'zod';

/** What the realm signs with. Naming them keeps `none` and keys abused as HMAC secrets out. */
const ALGORITHMS = ['RS256', 'ES256'];
/** Difference of clocks we put up with. Seconds. */
const SKEW = 10;
/** A token is handed over at once: an old one was kept by somebody. Seconds. */
const MAX_AGE = 300;

export interface TrustedRealm {
  readonly keys: JWTVerifyGetKey;
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** The client whose tokens count. */
  readonly clientId: string;
}

/**
 * A token's claims, once signature, algorithm, issuer, audience and times hold and the claims have the given shape.
 * @throws DomainError invalid_token, or identity_unavailable when the keys cannot be fetched
 */
export async function verifyJwt<T extends z.ZodType>(
  realm: TrustedRealm,
  token: string,
  claims: T,
  options: JWTVerifyOptions = {},
): Promise<z.output<T>> {
  try {
    const { payload } = await jwtVerify(token, realm.keys, {
      algorithms: ALGORITHMS,
      issuer: realm.issuer,
      audience: realm.clientId,
      clockTolerance: SKEW,
      maxTokenAge: MAX_AGE,
      requiredClaims: ['exp', 'iat', 'jti'],
      ...options,
    });
    const parsed = claims.safeParse(payload);
    if (parsed.success) return parsed.data;
    throw new DomainError(
      'invalid_token',
      parsed.error.issues.map((issue) => issue.path.join('.')).join(', '),
    );
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof errors.JOSEError) throw new DomainError('invalid_token', error.code);
    throw error;
  }
}
