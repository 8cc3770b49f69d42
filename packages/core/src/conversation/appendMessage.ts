import { publish } from '../events/publish';
import type { Operation } from '../operation';
import { MESSAGE_ROW, type MessageRow } from './messageRow';

interface NewMessage {
  id: string;
  channelId: string;
  spaceId: string;
  kind: MessageRow['kind'];
  parentId: string | null;
  authorId: string;
  body: string;
  searchText: string;
  mentioned: readonly string[];
}

/**
 * Writes the next message of a channel and tells of it. Runs in a transaction; the channel's row is locked from here
 * to its end, so that numbers are given in the order in which they become visible, without gaps.
 */
export async function appendMessage(op: Operation, message: NewMessage): Promise<MessageRow> {
  const { spaceId, mentioned, ...data } = message;
  const { lastSeq: seq } = await op.db.channel.update({
    where: { id: message.channelId },
    data: { lastSeq: { increment: 1 } },
    select: { lastSeq: true },
  });
  const row = await op.db.message.create({ data: { ...data, seq, createdAt: op.now }, select: MESSAGE_ROW });
  if (mentioned.length > 0) {
    await op.db.mention.createMany({
      data: mentioned.map((userId) => ({ userId, messageId: row.id, channelId: row.channelId, seq })),
    });
  }
  await op.db.space.update({ where: { id: spaceId }, data: { lastActivityAt: op.now } });
  await publish(op, `space:${spaceId}`, {
    type: 'message.posted',
    spaceId,
    channelId: row.channelId,
    messageId: row.id,
    parentId: row.parentId,
    seq,
    authorId: row.authorId,
  });
  return row;
}
