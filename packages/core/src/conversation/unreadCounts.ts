import { accountOf, type Operation } from '../operation';

export interface UnreadCount {
  /** Everything up to here was seen. */
  readSeq: number;
  /** Messages and replies of others after it, at most `UNREAD_COUNTED`. */
  unreadCount: number;
  mentionCount: number;
}

/** Against counting a channel somebody left alone for years. Rows. */
export const UNREAD_COUNTED = 1_000;

/**
 * What the caller has not seen in each channel: derived from the sequence and the read cursor at every read, never
 * kept as a number. Own, deleted and system messages do not count. One query. The channels must be readable.
 */
export async function unreadCounts(
  op: Operation,
  channelIds: readonly string[],
): Promise<Map<string, UnreadCount>> {
  if (channelIds.length === 0) return new Map();
  const me = accountOf(op).userId;
  const rows = await op.db.$queryRaw<(UnreadCount & { id: string })[]>`
    SELECT c.id, s.seq AS "readSeq", u.n AS "unreadCount", m.n AS "mentionCount"
    FROM channels c
    LEFT JOIN read_cursors rc ON rc.channel_id = c.id AND rc.user_id = ${me}::uuid
    CROSS JOIN LATERAL (SELECT COALESCE(rc.seq, 0) AS seq) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM (
        SELECT 1 FROM messages
        WHERE channel_id = c.id AND seq > s.seq AND author_id <> ${me}::uuid
          AND deleted_at IS NULL AND kind = 'text'
        LIMIT ${UNREAD_COUNTED}
      ) t
    ) u
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM (
        SELECT 1 FROM mentions
        WHERE user_id = ${me}::uuid AND channel_id = c.id AND seq > s.seq
        LIMIT ${UNREAD_COUNTED}
      ) t
    ) m
    WHERE c.id = ANY(${[...channelIds]}::uuid[])`;
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}
