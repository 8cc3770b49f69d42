import type { Reaction } from '@hemicycle/contracts';
import { accountOf, type Operation } from '../operation';

/** Names told of one reaction; the count tells of the others. */
const NAMES = 20;

/** Reactions by message, in the order in which each emoji first came. One query. */
export async function readReactions(op: Operation, messageIds: string[]): Promise<Map<string, Reaction[]>> {
  const rows = await op.db.$queryRaw<(Reaction & { messageId: string })[]>`
    SELECT r.message_id AS "messageId", r.emoji, count(*)::int AS count,
           bool_or(r.user_id = ${accountOf(op).userId}::uuid) AS mine,
           (array_agg(u.name ORDER BY r.created_at, u.id))[1:${NAMES}::int] AS people
    FROM reactions r JOIN users u ON u.id = r.user_id
    WHERE r.message_id = ANY(${messageIds}::uuid[])
    GROUP BY r.message_id, r.emoji
    ORDER BY min(r.created_at), r.emoji`;
  const byMessage = new Map<string, Reaction[]>();
  for (const { messageId, ...reaction } of rows)
    byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), reaction]);
  return byMessage;
}
