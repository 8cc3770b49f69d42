import { DomainError, type Role } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { spaceRole } from './spaceAccess';

export interface ChannelAccess {
  readonly channelId: string;
  readonly spaceId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['channel'];
}

/**
 * What decides about a channel: the role in its space.
 * @throws DomainError sign_in_required, or not_found when there is no such channel
 */
export async function channelAccess(op: Operation, channelId: string): Promise<ChannelAccess> {
  accountOf(op);
  const channel = await op.db.channel.findUnique({ where: { id: channelId }, select: { spaceId: true } });
  if (channel === null) throw new DomainError('not_found', 'channel');
  const role = await spaceRole(op, channel.spaceId);
  return { channelId, spaceId: channel.spaceId, role, state: { role } };
}
