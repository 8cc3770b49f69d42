import { DomainError } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { BREAK_GLASS_ISSUER } from '../sessions/breakGlassIssuer';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { type GroupMembershipInput, memberColumns, peopleOfMember } from './groupMembership';
import { loadGroup } from './groupRow';
import { checkNesting, lockGroups } from './groupTree';
import { publishGroupChange } from './publishGroupChange';
import { startGroupCursors } from './startGroupCursors';

/**
 * Puts a person or a group of the same organisation into a group. Doing it twice is doing it once. No guest: what a group
 * gives has no end of theirs, and may be to own something.
 * @throws DomainError not_found (also the member), forbidden, group_cycle, group_too_deep, step_up_required
 */
export async function addToGroup(op: Operation, input: GroupMembershipInput): Promise<void> {
  const { groupId, memberType, memberId } = input;
  await inTransaction(op, async (op) => {
    const { organisationId } = await loadGroup(op, groupId, 'manage');
    await requireRecentSignIn(op);
    await lockGroups(op, organisationId);
    // Who waited for the lock may find the group gone.
    await loadGroup(op, groupId, 'manage');
    await requireMember(op, organisationId, input);
    const columns = memberColumns(input);
    if ((await op.db.groupMember.count({ where: { groupId, ...columns } })) > 0) return;
    if (memberType === 'group') await checkNesting(op, { groupId, memberGroupId: memberId });
    await op.db.groupMember.create({
      data: { id: newId(), groupId, ...columns, createdAt: op.now },
      select: { id: true },
    });
    await audit(op, 'group.memberAdded', { type: 'group', id: groupId }, { memberType, memberId });
    await startGroupCursors(op, [groupId], peopleOfMember(input));
    await publishGroupChange(op, [groupId], peopleOfMember(input));
  });
}

async function requireMember(
  op: Operation,
  organisationId: string,
  { memberType, memberId }: GroupMembershipInput,
): Promise<void> {
  const count =
    memberType === 'person'
      ? await op.db.user.count({
          where: {
            id: memberId,
            organisationId,
            organisationRole: { not: 'guest' },
            disabledAt: null,
            issuer: { not: BREAK_GLASS_ISSUER },
          },
        })
      : await op.db.group.count({ where: { id: memberId, organisationId } });
  if (count === 0) throw new DomainError('not_found', 'member');
}
