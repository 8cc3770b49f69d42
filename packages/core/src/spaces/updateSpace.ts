import type { HandlerBody, Space } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { getSpace } from './getSpace';
import { lockSpace } from './lockSpace';

/**
 * Renames a space or says what it is for.
 * @throws DomainError not_found, forbidden, sign_in_required
 */
export async function updateSpace(
  op: Operation,
  input: { spaceId: string } & HandlerBody<'PATCH /spaces/{spaceId}'>,
): Promise<Space> {
  const { spaceId } = input;
  return inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    authorize(op.actor, 'space', 'update', (await spaceAccess(op, spaceId)).state);
    const before = await op.db.space.findUniqueOrThrow({
      where: { id: spaceId },
      select: { name: true, purpose: true },
    });
    const name = input.name ?? before.name;
    const purpose = input.purpose ?? before.purpose;
    await op.db.space.update({
      where: { id: spaceId },
      data: { name, purpose, searchText: foldText(name, purpose) },
      select: { id: true },
    });
    await audit(op, 'space.updated', { type: 'space', id: spaceId }, { before, after: { name, purpose } });
    await publish(op, `space:${spaceId}`, { type: 'space.changed', spaceId });
    return getSpace(op, { spaceId });
  });
}
