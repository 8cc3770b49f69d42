import { DomainError } from '@hemicycle/contracts';
import type { Transactional } from '@hemicycle/core';
import { endedSince } from './rememberEnd';
import type { SignIn } from './verifySignIn';

/** `auth_time` counts whole seconds, downwards. Milliseconds. */
const TICK = 1_000;

/**
 * What was ended stays over: while Keycloak still remembers a browser it would let it in again without asking, and an
 * idle limit or an ended session would mean nothing. So once a session of that browser is over, only a proof that is
 * younger than its end opens another. The same holds for whom Keycloak has put out before they had one.
 * @throws DomainError session_expired
 */
export async function requireFreshProof(
  op: Pick<Transactional, 'db'>,
  { issuer, subject, keycloakSid, authTime }: SignIn,
  now: Date,
): Promise<void> {
  const provedBefore = new Date(authTime.getTime() + TICK);
  const over = await op.db.session.count({
    where: {
      issuer,
      keycloakSid,
      OR: [{ endedAt: { gte: provedBefore } }, { endedAt: null, expiresAt: { gte: provedBefore, lte: now } }],
    },
  });
  const out = over > 0 || (await endedSince(op.db, issuer, [{ keycloakSid }, { subject }], provedBefore));
  if (out) throw new DomainError('session_expired', 'signed in before the last session here ended');
}
