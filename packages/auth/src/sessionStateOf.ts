import type { SessionState } from '@hemicycle/contracts';
import type { Database } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import { type SessionLimits, sessionEnd } from './sessionTimes';

/** How long the actor's session goes on, as it is written down now. */
export async function sessionStateOf(
  database: Database,
  limits: SessionLimits,
  { sessionId }: Account,
): Promise<SessionState> {
  const { expiresAt, signedInAt } = await database.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { expiresAt: true, signedInAt: true },
  });
  return {
    expiresAt: expiresAt.toISOString(),
    endsAt: sessionEnd(limits, signedInAt).toISOString(),
    now: new Date().toISOString(),
  };
}
