import { DomainError, type Role } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { spaceRole } from './spaceAccess';

export interface MessageAccess {
  readonly messageId: string;
  readonly channelId: string;
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly role: Role | null;
  readonly state: ResourceStates['message'];
}

/**
 * What decides about a message: the role in its space, whose it is, and what became of it.
 * @throws DomainError sign_in_required, or not_found when there is no such message
 */
export async function messageAccess(op: Operation, messageId: string): Promise<MessageAccess> {
  accountOf(op);
  const message = await op.db.message.findUnique({
    where: { id: messageId },
    select: {
      channelId: true,
      authorId: true,
      kind: true,
      parentId: true,
      deletedAt: true,
      channel: { select: { spaceId: true } },
    },
  });
  if (message === null) throw new DomainError('not_found', 'message');
  const { spaceId } = message.channel;
  const role = await spaceRole(op, spaceId);
  const state = {
    role,
    authorId: message.authorId,
    deleted: message.deletedAt !== null,
    system: message.kind !== 'text',
    reply: message.parentId !== null,
  };
  return { messageId, channelId: message.channelId, spaceId, parentId: message.parentId, role, state };
}
