import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { loadGroup } from './groupRow';
import { lockGroups, peopleOfGroup } from './groupTree';
import { publishGroupChange } from './publishGroupChange';

/**
 * Deletes a group, with everything granted to it. The people and groups in it stay what they are.
 * @throws DomainError not_found, forbidden, step_up_required
 */
export async function deleteGroup(op: Operation, { groupId }: { groupId: string }): Promise<void> {
  await inTransaction(op, async (op) => {
    const { organisationId } = await loadGroup(op, groupId, 'manage');
    await requireRecentSignIn(op);
    await lockGroups(op, organisationId);
    const { name } = await loadGroup(op, groupId, 'manage');
    await publishGroupChange(op, [groupId], peopleOfGroup(groupId));
    await op.db.group.delete({ where: { id: groupId }, select: { id: true } });
    await audit(op, 'group.deleted', { type: 'group', id: groupId }, { name });
  });
}
