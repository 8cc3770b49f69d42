import type { Channel } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { loadChannel } from './loadChannel';
import { presentChannel } from './presentChannel';

export async function getChannel(op: Operation, input: { channelId: string }): Promise<Channel> {
  return presentChannel(op, await loadChannel(op, input.channelId, 'read'));
}
