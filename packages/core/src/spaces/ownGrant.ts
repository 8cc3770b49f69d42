import type { Role } from '@hemicycle/contracts';
import type { Operation } from '../operation';

/** The unexpired grant a person has on a space themselves, not by way of a group; null without one. */
export async function ownGrant(
  op: Operation,
  spaceId: string,
  userId: string,
): Promise<{ id: string; role: Role; expiresAt: Date | null } | null> {
  return op.db.grant.findFirst({
    where: {
      resourceType: 'space',
      resourceId: spaceId,
      userId,
      OR: [{ expiresAt: null }, { expiresAt: { gt: op.now } }],
    },
    select: { id: true, role: true, expiresAt: true },
  });
}
