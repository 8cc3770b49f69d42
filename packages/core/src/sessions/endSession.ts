import { DomainError, type HandlerParams } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { endAtIdentity } from './endAtIdentity';
import { endSessions } from './endSessions';
import { loadSessionsOwner } from './loadSessionsOwner';
import { requireRecentSignIn } from './requireRecentSignIn';

/**
 * Ends one session, with whatever else that browser opened, here and at Keycloak. Somebody else's: with a recent sign-in.
 * @throws DomainError not_found (also when it is over), step_up_required
 */
export async function endSession(
  op: Operation,
  { userId, sessionId }: HandlerParams<'DELETE /people/{userId}/sessions/{sessionId}'>,
): Promise<void> {
  const owner = await loadSessionsOwner(op, userId, 'end');
  if (!owner.own) await requireRecentSignIn(op);
  await inTransaction(op, async (op) => {
    const session = await op.db.session.findFirst({
      where: { id: sessionId, userId, endedAt: null },
      select: { issuer: true, keycloakSid: true },
    });
    if (session === null) throw new DomainError('not_found');
    const ended = await endSessions(op, { userId, ...session }, op.now);
    await audit(op, 'session.ended', { type: 'user', id: userId }, { sessions: ended.map(({ id }) => id) });
    await endAtIdentity(op, ended);
  });
}
