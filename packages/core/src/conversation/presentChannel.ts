import type { Channel } from '@hemicycle/contracts';
import { abilities } from '@hemicycle/policies';
import type { Operation } from '../operation';
import type { LoadedChannel } from './loadChannel';
import { unreadCounts } from './unreadCounts';

/** The channel as the caller sees it. */
export async function presentChannel(op: Operation, channel: LoadedChannel): Promise<Channel> {
  const unread = (await unreadCounts(op, [channel.id])).get(channel.id);
  return {
    id: channel.id,
    spaceId: channel.spaceId,
    name: channel.name,
    lastSeq: channel.lastSeq,
    readSeq: unread?.readSeq ?? 0,
    unreadCount: unread?.unreadCount ?? 0,
    mentionCount: unread?.mentionCount ?? 0,
    abilities: abilities(op.actor, 'channel', { role: channel.role }),
  };
}
