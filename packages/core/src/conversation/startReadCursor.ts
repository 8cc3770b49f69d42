import type { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';

/**
 * Sets a new member's read cursor at the end of the channel: what was said before they came is history, not unread.
 * A cursor that exists stays. Decides nothing: called by the operation that adds the member, in its transaction.
 */
export async function startReadCursor(op: Operation, channelId: string, userId: string): Promise<void> {
  await op.db.$executeRaw`
    INSERT INTO read_cursors (channel_id, user_id, seq, moved_at)
    SELECT id, ${userId}::uuid, last_seq, ${op.now} FROM channels WHERE id = ${channelId}::uuid
    ON CONFLICT (channel_id, user_id) DO NOTHING`;
}

/** The same for several people at once. `people` is a SQL query of their ids. */
export async function startReadCursors(
  op: Pick<Operation, 'db' | 'now'>,
  spaceId: string,
  people: Prisma.Sql,
): Promise<void> {
  await op.db.$executeRaw`
    INSERT INTO read_cursors (channel_id, user_id, seq, moved_at)
    SELECT c.id, p.id, c.last_seq, ${op.now} FROM channels c CROSS JOIN (SELECT DISTINCT q.id FROM (${people}) q(id)) p
    WHERE c.space_id = ${spaceId}::uuid
    ON CONFLICT (channel_id, user_id) DO NOTHING`;
}
