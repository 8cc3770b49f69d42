import { GUEST_ISSUER, type Transactional } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import type { OpenedSession } from './Auth';
import { deviceOf } from './deviceOf';
import { hashSecret, newSecret } from './secrets';
import { sessionCookie } from './sessionCookie';
import { type SessionLimits, sessionExpiry } from './sessionTimes';

/**
 * The session of somebody no identity provider knows: a row and a cookie as any other, for as long as any other, but no
 * session at Keycloak stands behind it. That they may have it was decided before, in the same transaction.
 */
export async function openGuestSession(
  op: Pick<Transactional, 'db'>,
  { userId, organisationId }: { readonly userId: string; readonly organisationId: string },
  limits: SessionLimits,
  now: Date,
): Promise<OpenedSession> {
  const secret = newSecret();
  const sessionId = newId();
  await op.db.session.create({
    data: {
      id: sessionId,
      userId,
      tokenHash: hashSecret(secret),
      keycloakSid: `guest:${sessionId}`,
      issuer: GUEST_ISSUER,
      authTime: now,
      ...deviceOf(null),
      createdAt: now,
      signedInAt: now,
      lastSeenAt: now,
      expiresAt: sessionExpiry(limits, now, now),
    },
    select: { id: true },
  });
  const actor = { kind: 'account', userId, organisationId, organisationRole: 'guest', sessionId } as const;
  return { actor, cookie: sessionCookie(secret, limits.absoluteMs / 1000) };
}
