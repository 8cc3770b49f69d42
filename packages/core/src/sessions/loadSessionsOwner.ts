import { DomainError } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { accountOf, type Operation } from '../operation';

export interface SessionsOwner {
  readonly userId: string;
  readonly organisationId: string;
  /** The caller's own. */
  readonly own: boolean;
}

/**
 * The person whose sessions the caller may read or end.
 * @throws DomainError not_found (also for who may not know), forbidden, sign_in_required
 */
export async function loadSessionsOwner(
  op: Operation,
  userId: string,
  action: 'read' | 'end',
): Promise<SessionsOwner> {
  const user = await op.db.user.findUnique({ where: { id: userId }, select: { organisationId: true } });
  const organisationId = user?.organisationId ?? '';
  authorize(op.actor, 'sessions', action, { userId, organisationId });
  if (user === null) throw new DomainError('not_found');
  return { userId, organisationId, own: userId === accountOf(op).userId };
}
