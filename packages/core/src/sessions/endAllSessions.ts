import type { HandlerParams } from '@hemicycle/contracts';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { endAtIdentity } from './endAtIdentity';
import { endSessions } from './endSessions';
import { loadSessionsOwner } from './loadSessionsOwner';
import { requireRecentSignIn } from './requireRecentSignIn';

/**
 * Ends every session of a person, here and at Keycloak; of the caller's own, all but those of this browser.
 * @throws DomainError not_found, step_up_required
 */
export async function endAllSessions(
  op: Operation,
  { userId }: HandlerParams<'DELETE /people/{userId}/sessions'>,
): Promise<void> {
  const owner = await loadSessionsOwner(op, userId, 'end');
  if (!owner.own) await requireRecentSignIn(op);
  await inTransaction(op, async (op) => {
    const here = owner.own
      ? await op.db.session.findUniqueOrThrow({
          where: { id: accountOf(op).sessionId },
          select: { issuer: true, keycloakSid: true },
        })
      : null;
    const ended = await endSessions(op, { userId, ...(here ? { NOT: here } : {}) }, op.now);
    if (ended.length === 0) return;
    await audit(op, 'session.ended', { type: 'user', id: userId }, { sessions: ended.map(({ id }) => id) });
    await endAtIdentity(op, ended);
  });
}
