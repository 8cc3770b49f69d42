import { DomainError, type Group } from '@hemicycle/contracts';
import { isUniqueViolation } from '@hemicycle/db';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { getGroup } from './getGroup';
import { loadGroup } from './groupRow';

/** @throws DomainError not_found, forbidden, name_taken, step_up_required */
export async function renameGroup(
  op: Operation,
  { groupId, name }: { groupId: string; name: string },
): Promise<Group> {
  try {
    return await inTransaction(op, async (op) => {
      const before = await loadGroup(op, groupId, 'manage');
      await requireRecentSignIn(op);
      await op.db.group.update({
        where: { id: groupId },
        data: { name, sortName: foldText(name) },
        select: { id: true },
      });
      await audit(op, 'group.renamed', { type: 'group', id: groupId }, { before: before.name, name });
      return getGroup(op, { groupId });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('name_taken');
    throw error;
  }
}
