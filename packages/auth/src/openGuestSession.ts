import { GUEST_ISSUER, type Transactional } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import type { OpenedSession } from './Auth';
import { hashSecret, newSecret } from './secrets';
import { sessionCookie } from './sessionCookie';
import { ABSOLUTE_MS, sessionExpiry } from './sessionTimes';

/**
 * The session of somebody no identity provider knows: a row and a cookie as any other, for as long as any other, but no
 * session at Keycloak stands behind it. That they may have it was decided before, in the same transaction.
 */
export async function openGuestSession(
  op: Pick<Transactional, 'db'>,
  { userId, organisationId }: { readonly userId: string; readonly organisationId: string },
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
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionExpiry(now, now),
    },
    select: { id: true },
  });
  const actor = { kind: 'account', userId, organisationId, organisationRole: 'guest', sessionId } as const;
  return { actor, cookie: sessionCookie(secret, ABSOLUTE_MS / 1000) };
}
