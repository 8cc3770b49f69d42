import { DomainError } from '@hemicycle/contracts';
import { type Db, isUniqueViolation } from '@hemicycle/db';

/** The clock skew we accept, and a little: until then the same token would still verify. Milliseconds. */
const MARGIN = 60_000;

/**
 * Remembers a token by its id until it expires.
 * @throws DomainError token_replayed when it was used before
 */
export async function useTokenOnce(
  db: Db,
  kind: 'access' | 'logout',
  issuer: string,
  token: { jti: string; expiresAt: Date },
): Promise<void> {
  try {
    await db.seenToken.create({
      data: {
        jti: `${kind} ${issuer} ${token.jti}`,
        expiresAt: new Date(token.expiresAt.getTime() + MARGIN),
      },
      select: { jti: true },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('token_replayed');
    throw error;
  }
}
