import { Prisma } from '@hemicycle/db';
import { accountOf, type Operation } from '../operation';

/** Filter on `Grant`: the caller's own, not expired. */
export function liveGrants(op: Operation): {
  userId: string;
  OR: [{ expiresAt: null }, { expiresAt: { gt: Date } }];
} {
  return { userId: accountOf(op).userId, OR: [{ expiresAt: null }, { expiresAt: { gt: op.now } }] };
}

/** SQL for the ids of the spaces the caller may read, to be used as `x IN (${readableSpaceIds(op)})`. */
export function readableSpaceIds(op: Operation): Prisma.Sql {
  const { userId } = accountOf(op);
  return Prisma.sql`SELECT g.resource_id FROM grants g WHERE g.user_id = ${userId}::uuid
    AND g.resource_type = 'space' AND (g.expires_at IS NULL OR g.expires_at > ${op.now})`;
}
