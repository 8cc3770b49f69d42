import type { Mention } from '@hemicycle/contracts';
import { readableSpaceIds } from '../access/spaceRoles';
import { accountOf, type Operation } from '../operation';
import { type PersonRow, presentPerson } from '../people/presentPerson';
import { messageExcerpt } from './messageExcerpt';

interface Row extends PersonRow {
  messageId: string;
  channelId: string;
  spaceId: string;
  spaceName: string;
  seq: number;
  body: string;
  createdAt: Date;
}

/** Messages that name the caller after their read cursor, newest first, only of spaces they may read now. One query. */
export async function unreadMentions(op: Operation, limit: number): Promise<Mention[]> {
  const rows = await op.db.$queryRaw<Row[]>`
    SELECT m.id AS "messageId", m.channel_id AS "channelId", s.id AS "spaceId", s.name AS "spaceName", m.seq, m.body,
      m.created_at AS "createdAt", u.id, u.name, u.hue, u.organisation_role AS "organisationRole"
    FROM mentions n
    JOIN messages m ON m.id = n.message_id
    JOIN channels c ON c.id = n.channel_id
    JOIN spaces s ON s.id = c.space_id
    JOIN users u ON u.id = m.author_id
    LEFT JOIN read_cursors rc ON rc.channel_id = n.channel_id AND rc.user_id = n.user_id
    WHERE n.user_id = ${accountOf(op).userId}::uuid AND n.seq > COALESCE(rc.seq, 0)
      AND s.id IN (${readableSpaceIds(op)})
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`;
  return rows.map((row) => ({
    messageId: row.messageId,
    channelId: row.channelId,
    spaceId: row.spaceId,
    spaceName: row.spaceName,
    seq: row.seq,
    author: presentPerson(row),
    excerpt: messageExcerpt(row.body),
    createdAt: row.createdAt.toISOString(),
  }));
}
