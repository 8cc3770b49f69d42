import type { Operation } from '../operation';

/** The message of this seq and where the channel shows it: a reply is shown at the message it answers. */
export async function messageAround(
  op: Operation,
  channelId: string,
  seq: number,
): Promise<{ id: string; parentId: string | null; rootSeq: number } | null> {
  const found = await op.db.message.findUnique({
    where: { channelId_seq: { channelId, seq } },
    select: { id: true, parentId: true, seq: true, parent: { select: { seq: true } } },
  });
  return found && { id: found.id, parentId: found.parentId, rootSeq: found.parent?.seq ?? found.seq };
}
