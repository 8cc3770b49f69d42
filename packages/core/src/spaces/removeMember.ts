import { DomainError } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { spacesOfPeople } from '../access/spacesOfPeople';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { endMembership } from './endMembership';
import { lockSpace } from './lockSpace';
import { readMember } from './memberRow';
import { ownGrant } from './ownGrant';
import { publishMembership } from './publishMembership';
import { requireOtherOwner } from './requireOtherOwner';

/**
 * Takes a member out of a space, or lets the caller leave it. With the membership goes everything that was granted on
 * single documents of the space.
 * @throws DomainError not_found, forbidden, last_owner, access_by_group (a group would keep them in)
 */
export async function removeMember(
  op: Operation,
  { spaceId, userId }: { spaceId: string; userId: string },
): Promise<void> {
  await inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    const { state } = await spaceAccess(op, spaceId);
    const leaves = accountOf(op).userId === userId;
    authorize(op.actor, 'space', leaves ? 'leave' : 'manageMembers', state);
    const { role } = await readMember(op, spaceId, userId);
    if ((await ownGrant(op, spaceId, userId))?.role === 'owner') await requireOtherOwner(op, spaceId, userId);
    await endMembership(op, spaceId, userId);
    // Nobody is told that they are out, or leaves, while a group keeps them in.
    if ((await spacesOfPeople(op.db, [userId], op.now)).get(userId)?.has(spaceId)) {
      throw new DomainError('access_by_group');
    }
    await audit(
      op,
      leaves ? 'member.left' : 'member.removed',
      { type: 'space', id: spaceId },
      { userId, role },
    );
    await publishMembership(op, spaceId, userId);
  });
}
