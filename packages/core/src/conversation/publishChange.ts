import { publish } from '../events/publish';
import type { Operation } from '../operation';
import type { LoadedMessage } from './loadMessage';

/** Tells that something about a message is different: its text, its being there, its reactions. */
export async function publishChange(op: Operation, { row, spaceId }: LoadedMessage): Promise<void> {
  await publish(op, `space:${spaceId}`, {
    type: 'message.changed',
    spaceId,
    channelId: row.channelId,
    messageId: row.id,
    parentId: row.parentId,
  });
}
