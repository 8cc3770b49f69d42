import { LIMITS, type RouteResponse } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { accountOf, type Operation } from '../operation';

/** How many the caller has not read, as far as anybody counts. */
export async function countUnread(op: Operation): Promise<RouteResponse<'GET /notifications/unread'>> {
  const { userId } = accountOf(op);
  const [row] = await readRows<{ count: number }>(
    op.db,
    Prisma.sql`SELECT count(*)::int AS count FROM (
      SELECT FROM notifications WHERE user_id = ${userId}::uuid AND read_at IS NULL LIMIT ${LIMITS.unreadCounted}) n`,
  );
  return { count: row?.count ?? 0 };
}
