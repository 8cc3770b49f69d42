import type { Db } from '@hemicycle/db';

/**
 * As long as a token from before may still verify (`verifyJwt`: its greatest age and the difference of clocks), and a
 * little. Milliseconds.
 */
export const REMEMBERED = 330_000;

/** Who is out: one Keycloak session or, where none is named, everything of a person's. */
export interface Ended {
  readonly keycloakSid?: string | undefined;
  readonly subject?: string | undefined;
}

const nameOf = (issuer: string, { keycloakSid, subject }: Ended): string =>
  keycloakSid === undefined ? `end ${issuer} sub ${subject}` : `end ${issuer} sid ${keycloakSid}`;

/**
 * Remembers that Keycloak has put somebody out. Their sessions here end with it; a pair of tokens that was got before and
 * not brought yet has no session that could, and would open one afterwards.
 */
export async function rememberEnd(db: Db, issuer: string, ended: Ended, now: Date): Promise<void> {
  const jti = nameOf(issuer, ended);
  const expiresAt = new Date(now.getTime() + REMEMBERED);
  await db.seenToken.upsert({
    where: { jti },
    create: { jti, expiresAt },
    update: { expiresAt },
    select: { jti: true },
  });
}

/** Whether one of them was put out after `provedBefore`. */
export async function endedSince(
  db: Db,
  issuer: string,
  ended: readonly Ended[],
  provedBefore: Date,
): Promise<boolean> {
  const count = await db.seenToken.count({
    where: {
      jti: { in: ended.map((one) => nameOf(issuer, one)) },
      expiresAt: { gte: new Date(provedBefore.getTime() + REMEMBERED) },
    },
  });
  return count > 0;
}
