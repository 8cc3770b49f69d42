import type { HandlerBody, Space } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { startReadCursor } from '../conversation';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { getSpace } from './getSpace';

/**
 * A new space with its channel and its room; who creates it owns it. It carries the label of new spaces.
 * @throws DomainError forbidden, sign_in_required
 */
export async function createSpace(op: Operation, input: HandlerBody<'POST /spaces'>): Promise<Space> {
  const { userId, organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'createSpace', { organisationId });
  const { name, purpose } = input;
  const spaceId = newId();
  const channelId = newId();
  return inTransaction(op, async (op) => {
    const label = await op.db.label.findFirst({
      where: { organisationId, isDefault: true },
      select: { id: true },
    });
    await op.db.space.create({
      data: {
        id: spaceId,
        organisationId,
        labelId: label?.id ?? null,
        name,
        purpose,
        searchText: foldText(name, purpose),
        lastActivityAt: op.now,
        createdAt: op.now,
        channel: { create: { id: channelId } },
        room: { create: { id: newId() } },
      },
      select: { id: true },
    });
    await op.db.grant.create({
      data: {
        id: newId(),
        resourceType: 'space',
        resourceId: spaceId,
        userId,
        role: 'owner',
        grantedById: userId,
        createdAt: op.now,
      },
      select: { id: true },
    });
    await startReadCursor(op, channelId, userId);
    await audit(op, 'space.created', { type: 'space', id: spaceId }, { name });
    await publish(op, `user:${userId}`, { type: 'access.changed', userId, spaceId });
    await publish(op, `space:${spaceId}`, { type: 'space.changed', spaceId });
    return getSpace(op, { spaceId });
  });
}
