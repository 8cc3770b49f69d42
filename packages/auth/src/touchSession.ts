import type { Database } from '@hemicycle/db';
import { type SessionLimits, seenLately, sessionExpiry } from './sessionTimes';

/** Writes down that the session's person is there. */
export async function touchSession(
  database: Database,
  sessionId: string,
  limits: SessionLimits,
  signedInAt: Date,
  now: Date,
): Promise<void> {
  await database.session.updateMany({
    // Of several processes that notice at once, the first is enough; an ended session stays ended.
    where: { id: sessionId, endedAt: null, expiresAt: { gt: now }, lastSeenAt: { lte: seenLately(now) } },
    data: { lastSeenAt: now, expiresAt: sessionExpiry(limits, signedInAt, now) },
  });
}
