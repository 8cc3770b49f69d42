import { DomainError, type Member, type Role } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { lockSpace } from './lockSpace';
import { readMember } from './memberRow';
import { publishMembership } from './publishMembership';
import { requireOtherOwner } from './requireOtherOwner';

/**
 * Gives a member another role.
 * @throws DomainError not_found, forbidden, last_owner
 */
export async function changeMember(
  op: Operation,
  { spaceId, userId, role }: { spaceId: string; userId: string; role: Role },
): Promise<Member> {
  return inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    authorize(op.actor, 'space', 'manageMembers', (await spaceAccess(op, spaceId)).state);
    const before = await readMember(op, spaceId, userId);
    if (before.role === role) return before;
    if (before.role === 'owner') await requireOtherOwner(op, spaceId, userId);
    const changed = await op.db.grant.updateMany({
      where: { resourceType: 'space', resourceId: spaceId, userId },
      data: { role },
    });
    if (changed.count === 0) throw new DomainError('not_found');
    await audit(op, 'member.changed', { type: 'space', id: spaceId }, { userId, before: before.role, role });
    await publishMembership(op, spaceId, userId);
    return readMember(op, spaceId, userId);
  });
}
