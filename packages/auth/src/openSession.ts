import { endSessions, type Transactional } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import { deviceOf } from './deviceOf';
import { findAccount } from './findAccount';
import type { SessionReading } from './readSession';
import { requireFreshProof } from './requireFreshProof';
import { hashSecret } from './secrets';
import { type SessionLimits, sessionExpiry } from './sessionTimes';
import type { SignIn } from './verifySignIn';

export interface NewSession {
  readonly signIn: SignIn;
  /** The cookie's new value. */
  readonly secret: string;
  readonly userAgent: string | null;
  /** The session of the cookie the browser came with. */
  readonly previous: SessionReading | null;
  readonly limits: SessionLimits;
  readonly now: Date;
}

/**
 * Opens a session for a sign-in, in the transaction of `op`. Who signs in again in the same browser (a step-up) keeps
 * the session, with its sockets and calls, under a new secret; whoever else was signed in there is not any more.
 * @throws DomainError account_unknown, account_disabled, session_expired
 */
export async function openSession(
  op: Transactional,
  { signIn, secret, userAgent, previous, limits, now }: NewSession,
): Promise<Account> {
  const account = await findAccount(op, signIn);
  await requireFreshProof(op, signIn, now);
  const { id: userId, organisationId, organisationRole } = account;
  const before = previous?.actor.kind === 'account' ? previous.actor : null;
  const renewed = before?.userId === userId && before.breakGlass === undefined ? before.sessionId : null;
  const { issuer, keycloakSid, authTime, acr } = signIn;
  const proof = { tokenHash: hashSecret(secret), keycloakSid, issuer, authTime, acr, ...deviceOf(userAgent) };
  const sessionId = renewed ?? newId();
  if (renewed === null) {
    if (before !== null) await endSessions(op, { id: before.sessionId }, now);
    const expiresAt = sessionExpiry(limits, now, now);
    await op.db.session.create({
      data: { ...proof, id: sessionId, userId, createdAt: now, signedInAt: now, lastSeenAt: now, expiresAt },
      select: { id: true },
    });
  } else {
    const known = await op.db.session.findUniqueOrThrow({ where: { id: renewed } });
    // Without a new proof the absolute limit goes on counting from the old one.
    const signedInAt = authTime > known.authTime ? now : known.signedInAt;
    await op.db.session.update({
      where: { id: renewed },
      data: { ...proof, signedInAt, lastSeenAt: now, expiresAt: sessionExpiry(limits, signedInAt, now) },
      select: { id: true },
    });
  }
  return { kind: 'account', userId, organisationId, organisationRole, sessionId };
}
