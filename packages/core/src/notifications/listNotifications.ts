import type { HandlerQuery, Notification, Page } from '@hemicycle/contracts';
import { z } from 'zod';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, encodeCursor } from '../paging';
import { NOTIFICATION_ROW } from './notificationRow';
import { presentNotifications } from './presentNotifications';

const LIST = 'notifications';
const Key = z.tuple([z.uuid()]);

/**
 * What the caller is told of, newest first.
 * @throws DomainError invalid_cursor
 */
export async function listNotifications(
  op: Operation,
  { cursor, limit }: HandlerQuery<'GET /notifications'>,
): Promise<Page<Notification>> {
  const { userId } = accountOf(op);
  const after = decodeCursor(LIST, Key, cursor);
  const rows = await op.db.notification.findMany({
    where: { userId, ...(after && { id: { lt: after[0] } }) },
    // Ids are in the order of time.
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: NOTIFICATION_ROW,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentNotifications(op, shown),
    nextCursor: rows.length > limit && last ? encodeCursor(LIST, [last.id]) : null,
  };
}
