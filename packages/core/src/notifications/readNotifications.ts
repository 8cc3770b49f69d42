import type { HandlerBody, RouteResponse } from '@hemicycle/contracts';
import type { Prisma } from '@hemicycle/db';
import { accountOf, inTransaction, type Operation } from '../operation';
import { countUnread } from './countUnread';
import { tellChanged } from './notify';

/** The caller has read these: on every device of theirs, which hear of it with the commit. Others' are left alone. */
export async function readNotifications(
  op: Operation,
  body: HandlerBody<'POST /notifications/read'>,
): Promise<RouteResponse<'POST /notifications/read'>> {
  const { userId } = accountOf(op);
  return inTransaction(op, async (op) => {
    const { count } = await op.db.notification.updateMany({
      where: { userId, readAt: null, ...which(body) },
      data: { readAt: op.now },
    });
    if (count > 0) await tellChanged(op, [userId]);
    return countUnread(op);
  });
}

function which(body: HandlerBody<'POST /notifications/read'>): Prisma.NotificationWhereInput {
  if ('ids' in body) return { id: { in: body.ids } };
  if ('through' in body) return { id: { lte: body.through } };
  // A request is read by who looks at it, not by who opens what it is about.
  if ('documentId' in body) return { documentId: body.documentId, kind: { not: 'request' } };
  return { spaceId: body.spaceId, documentId: null, messageId: null, kind: 'invitation' };
}

/** What the caller has just seen in the conversation itself need not be told in the bell, nor by mail. */
export async function readNotificationsUpTo(op: Operation, channelId: string, seq: number): Promise<void> {
  const { userId } = accountOf(op);
  const count = await op.db.$executeRaw`
    UPDATE notifications n SET read_at = ${op.now} FROM messages m
    WHERE n.user_id = ${userId}::uuid AND n.read_at IS NULL AND m.id = n.message_id
      AND m.channel_id = ${channelId}::uuid AND m.seq <= ${seq}`;
  if (count > 0) await tellChanged(op, [userId]);
}
