import { DomainError } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { type GroupMembershipInput, memberColumns, peopleOfMember } from './groupMembership';
import { loadGroup } from './groupRow';
import { lockGroups } from './groupTree';
import { publishGroupChange } from './publishGroupChange';

/**
 * Takes a person or a group out of a group; what they had by it ends with the commit.
 * @throws DomainError not_found (also when it is not in it), forbidden, step_up_required
 */
export async function removeFromGroup(op: Operation, input: GroupMembershipInput): Promise<void> {
  const { groupId, memberType, memberId } = input;
  await inTransaction(op, async (op) => {
    const { organisationId } = await loadGroup(op, groupId, 'manage');
    await requireRecentSignIn(op);
    await lockGroups(op, organisationId);
    const { count } = await op.db.groupMember.deleteMany({ where: { groupId, ...memberColumns(input) } });
    if (count === 0) throw new DomainError('not_found', 'member');
    await audit(op, 'group.memberRemoved', { type: 'group', id: groupId }, { memberType, memberId });
    await publishGroupChange(op, [groupId], peopleOfMember(input));
  });
}
