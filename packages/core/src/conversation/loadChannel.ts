import { type Action, DomainError, type Role } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceRole } from '../access/spaceAccess';
import type { Operation } from '../operation';

export interface LoadedChannel {
  id: string;
  spaceId: string;
  lastSeq: number;
  name: string;
  role: Role | null;
}

/** The channel, when the caller may do `action` there. Raises `not_found`, `forbidden`, `sign_in_required`. */
export async function loadChannel(
  op: Operation,
  channelId: string,
  action: Action<'channel'>,
): Promise<LoadedChannel> {
  const channel = await op.db.channel.findUnique({
    where: { id: channelId },
    select: { id: true, spaceId: true, lastSeq: true, space: { select: { name: true } } },
  });
  const role = channel ? await spaceRole(op, channel.spaceId) : null;
  authorize(op.actor, 'channel', action, { role });
  if (!channel) throw new DomainError('not_found');
  return {
    id: channel.id,
    spaceId: channel.spaceId,
    lastSeq: channel.lastSeq,
    name: channel.space.name,
    role,
  };
}
