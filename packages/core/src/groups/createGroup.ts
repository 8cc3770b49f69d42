import { DomainError, type Group, type HandlerBody } from '@hemicycle/contracts';
import { isUniqueViolation, newId } from '@hemicycle/db';
import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { getGroup } from './getGroup';

/** @throws DomainError forbidden, name_taken, sign_in_required, step_up_required */
export async function createGroup(op: Operation, { name }: HandlerBody<'POST /groups'>): Promise<Group> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'administer', { organisationId });
  await requireRecentSignIn(op);
  const id = newId();
  try {
    return await inTransaction(op, async (op) => {
      await op.db.group.create({
        data: { id, organisationId, name, sortName: foldText(name), createdAt: op.now },
        select: { id: true },
      });
      await audit(op, 'group.created', { type: 'group', id }, { name });
      return getGroup(op, { groupId: id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('name_taken');
    throw error;
  }
}
