import type { Role } from '@hemicycle/contracts';
import type { Db } from '@hemicycle/db';

/**
 * For each person, their role in each space they have an unexpired grant on. One query for many people: the events
 * socket decides by it who hears what.
 */
export async function spacesOfPeople(
  db: Db,
  userIds: readonly string[],
  now: Date,
): Promise<Map<string, Map<string, Role>>> {
  const spaces = new Map(userIds.map((userId) => [userId, new Map<string, Role>()]));
  const grants = await db.grant.findMany({
    where: {
      userId: { in: [...userIds] },
      resourceType: 'space',
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { userId: true, resourceId: true, role: true },
  });
  for (const grant of grants) spaces.get(grant.userId)?.set(grant.resourceId, grant.role);
  return spaces;
}
