import type { Account } from '@hemicycle/policies';
import type { Operation } from '../operation';
import { sessionTag } from './mediaIdentity';

/** The accounts of live sessions of some people, by the tag their media participants carry. */
export async function sessionActors(
  op: Operation,
  userIds: readonly string[],
): Promise<Map<string, Account>> {
  const sessions = await op.db.session.findMany({
    where: {
      userId: { in: [...new Set(userIds)] },
      endedAt: null,
      expiresAt: { gt: op.now },
      user: { disabledAt: null },
    },
    select: { id: true, user: { select: { id: true, organisationId: true, organisationRole: true } } },
  });
  return new Map(
    sessions.map(({ id, user }) => [
      sessionTag(id),
      {
        kind: 'account',
        userId: user.id,
        organisationId: user.organisationId,
        organisationRole: user.organisationRole,
        sessionId: id,
      },
    ]),
  );
}
