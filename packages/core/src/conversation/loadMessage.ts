import { type Action, DomainError, type Role } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { spaceRole } from '../access/spaceAccess';
import type { Operation } from '../operation';
import { MESSAGE_ROW, type MessageRow } from './messageRow';

export interface LoadedMessage {
  row: MessageRow;
  spaceId: string;
  role: Role | null;
}

/**
 * The message, when the caller may do `action` with it. With `lock` (inside a transaction) its row stays locked, so
 * that what was decided still holds when it is acted on. Raises `not_found`, `forbidden`, `sign_in_required`.
 */
export async function loadMessage(
  op: Operation,
  messageId: string,
  action: Action<'message'>,
  { lock = false }: { lock?: boolean } = {},
): Promise<LoadedMessage> {
  if (lock) await op.db.$queryRaw`SELECT 1 FROM messages WHERE id = ${messageId}::uuid FOR NO KEY UPDATE`;
  const found = await op.db.message.findUnique({
    where: { id: messageId },
    select: { ...MESSAGE_ROW, channel: { select: { spaceId: true } } },
  });
  const role = found ? await spaceRole(op, found.channel.spaceId) : null;
  authorize(op.actor, 'message', action, found ? messageState(found, role) : NO_MESSAGE);
  if (!found) throw new DomainError('not_found');
  const { channel, ...row } = found;
  return { row, spaceId: channel.spaceId, role };
}

const NO_MESSAGE: ResourceStates['message'] = {
  role: null,
  authorId: '',
  deleted: false,
  system: false,
  reply: false,
};

/** What decisions about a message depend on. */
export function messageState(
  row: Pick<MessageRow, 'authorId' | 'deletedAt' | 'kind' | 'parentId'>,
  role: Role | null,
): ResourceStates['message'] {
  return {
    role,
    authorId: row.authorId,
    deleted: row.deletedAt !== null,
    system: row.kind !== 'text',
    reply: row.parentId !== null,
  };
}
