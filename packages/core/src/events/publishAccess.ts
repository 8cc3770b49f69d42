import { LIMITS, type LiveEvent, type Topic } from '@hemicycle/contracts';
import type { Prisma } from '@hemicycle/db';
import type { Transactional } from '../operation';
import { publish, publishAll } from './publish';

/**
 * Tells that the rights of people changed, in the transaction of the change: their sockets and calls are asked again.
 * One event for each of a few, one for everybody when there are many.
 * @param people SQL query of their user ids, as they are at the time of asking
 * @param spaceId the space all of it is in, or null
 */
export async function publishAccess(
  op: Transactional,
  people: Prisma.Sql,
  spaceId: string | null,
): Promise<void> {
  const rows = await op.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p.id FROM (${people}) p(id) LIMIT ${LIMITS.accessEvents + 1}`;
  if (rows.length > LIMITS.accessEvents) {
    await publish(op, 'servers', { type: 'access.changed', userId: null, spaceId });
    return;
  }
  await publishAll(
    op,
    rows.map(({ id }): [Topic, LiveEvent] => [`user:${id}`, { type: 'access.changed', userId: id, spaceId }]),
  );
}
