import type { Channel } from '@hemicycle/contracts';
import { publish } from '../events/publish';
import { readNotificationsUpTo } from '../notifications/readNotifications';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadChannel } from './loadChannel';
import { presentChannel } from './presentChannel';

interface MoveReadCursorInput {
  channelId: string;
  seq: number;
  markUnread: boolean;
}

/**
 * Moves the caller's read cursor: forward to what was seen, never back by seeing (pages report late and out of order);
 * with `markUnread` exactly to `seq`. Only the caller's own pages hear of it.
 */
export async function moveReadCursor(op: Operation, input: MoveReadCursorInput): Promise<Channel> {
  return inTransaction(op, async (op) => {
    const channel = await loadChannel(op, input.channelId, 'read');
    const me = accountOf(op).userId;
    const seq = Math.min(input.seq, channel.lastSeq);
    const moved = await op.db.$executeRaw`
      INSERT INTO read_cursors (channel_id, user_id, seq, moved_at)
      VALUES (${channel.id}::uuid, ${me}::uuid, ${seq}, ${op.now})
      ON CONFLICT (channel_id, user_id) DO UPDATE SET seq = EXCLUDED.seq, moved_at = EXCLUDED.moved_at
      WHERE read_cursors.seq < EXCLUDED.seq OR (${input.markUnread} AND read_cursors.seq <> EXCLUDED.seq)`;
    if (moved > 0) {
      await publish(op, `user:${me}`, {
        type: 'cursor.moved',
        spaceId: channel.spaceId,
        channelId: channel.id,
        userId: me,
        seq,
      });
    }
    if (!input.markUnread) await readNotificationsUpTo(op, channel.id, seq);
    return presentChannel(op, channel);
  });
}
