import { DomainError, type Member, type Role } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { requireInsider } from '../sharing/requireWelcome';
import { lockSpace } from './lockSpace';
import { readMember } from './memberRow';
import { ownGrant } from './ownGrant';
import { publishMembership } from './publishMembership';
import { requireGrantableMember } from './requireGrantableMember';
import { requireOtherOwner } from './requireOtherOwner';

/**
 * Gives a member another role.
 * @throws DomainError not_found, forbidden, more_than_held, last_owner, access_by_group (they have none of their own)
 */
export async function changeMember(
  op: Operation,
  { spaceId, userId, role }: { spaceId: string; userId: string; role: Role },
): Promise<Member> {
  return inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    authorize(op.actor, 'space', 'manageMembers', (await spaceAccess(op, spaceId)).state);
    const member = await readMember(op, spaceId, userId);
    const before = await ownGrant(op, spaceId, userId);
    if (before === null) throw new DomainError('access_by_group');
    if (before.role === role) return member;
    const { organisationId } = await requireGrantableMember(op, spaceId, { ...before, role });
    if (role === 'owner') await requireInsider(op, organisationId, userId);
    if (before.role === 'owner') await requireOtherOwner(op, spaceId, userId);
    await op.db.grant.update({ where: { id: before.id }, data: { role }, select: { id: true } });
    await audit(op, 'member.changed', { type: 'space', id: spaceId }, { userId, before: before.role, role });
    await publishMembership(op, spaceId, userId);
    return readMember(op, spaceId, userId);
  });
}
