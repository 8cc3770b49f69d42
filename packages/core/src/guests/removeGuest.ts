import { DomainError } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { publishAll } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { disableGuest } from './disableGuest';

/** Against a flood of events: the lists of more spaces are read anew when they are next opened. */
const MOST_SPACES = 100;

/**
 * An administrator removes a guest from everything at once. They come back only when somebody invites them again.
 * @throws DomainError forbidden, step_up_required, not_found
 */
export async function removeGuest(op: Operation, { userId }: { userId: string }): Promise<void> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'administer', { organisationId });
  await requireRecentSignIn(op);
  await inTransaction(op, async (op) => {
    const guest = await op.db.user.findFirst({
      where: { id: userId, organisationId, organisationRole: 'guest', disabledAt: null },
      select: { id: true },
    });
    if (guest === null) throw new DomainError('not_found', 'guest');
    const spaces = await op.db.grant.findMany({
      where: { userId, resourceType: 'space' },
      select: { resourceId: true },
      take: MOST_SPACES,
    });
    await disableGuest(op, userId);
    await audit(op, 'guest.removed', { type: 'user', id: userId });
    await publishAll(
      op,
      spaces.map(({ resourceId: spaceId }) => [
        `space:${spaceId}`,
        { type: 'members.changed', spaceId, userId },
      ]),
    );
  });
}
