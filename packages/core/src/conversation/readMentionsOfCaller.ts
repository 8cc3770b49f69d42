import { accountOf, type Operation } from '../operation';

/** Those of the messages that name the caller. */
export async function readMentionsOfCaller(op: Operation, messageIds: string[]): Promise<Set<string>> {
  const rows = await op.db.mention.findMany({
    where: { userId: accountOf(op).userId, messageId: { in: messageIds } },
    select: { messageId: true },
  });
  return new Set(rows.map((row) => row.messageId));
}
