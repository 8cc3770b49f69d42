import type { Operation } from '../operation';

/** Those of the people who are members of the space now and may sign in: their names by id. One query. */
export async function membersAmong(
  op: Operation,
  spaceId: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const grants = await op.db.grant.findMany({
    where: {
      resourceType: 'space',
      resourceId: spaceId,
      userId: { in: [...userIds] },
      user: { disabledAt: null },
      OR: [{ expiresAt: null }, { expiresAt: { gt: op.now } }],
    },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(grants.map((grant) => [grant.userId, grant.user.name]));
}
