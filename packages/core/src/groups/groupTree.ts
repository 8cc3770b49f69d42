import { DomainError, LIMITS } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';

/**
 * Lets changes of one organisation's groups happen one after the other: two that are each harmless would together make
 * a cycle, or a depth beyond the limit.
 */
export async function lockGroups({ db }: Pick<Operation, 'db'>, organisationId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`groups of ${organisationId}`}, 0))`;
}

/** SQL query of the people in a group, also by way of groups in it. */
export function peopleOfGroup(groupId: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE below AS (
      SELECT ${groupId}::uuid AS group_id
      UNION SELECT m.member_group_id FROM below JOIN group_members m ON m.group_id = below.group_id
        WHERE m.member_group_id IS NOT NULL
    ) SELECT m.user_id FROM below JOIN group_members m ON m.group_id = below.group_id WHERE m.user_id IS NOT NULL`;
}

/**
 * Call with the groups locked.
 * @throws DomainError group_cycle, group_too_deep when `memberGroupId` may not go into `groupId`
 */
export async function checkNesting(
  { db }: Pick<Operation, 'db'>,
  { groupId, memberGroupId }: { groupId: string; memberGroupId: string },
): Promise<void> {
  // One level past the limit is enough to know that it is passed, whatever was nested before it was lowered.
  const [row] = await db.$queryRaw<[{ cycle: boolean; levels: number }]>`
    WITH RECURSIVE down AS (
      SELECT ${memberGroupId}::uuid AS id, 1 AS level
      UNION SELECT m.member_group_id, down.level + 1 FROM down JOIN group_members m ON m.group_id = down.id
        WHERE m.member_group_id IS NOT NULL AND down.level <= ${LIMITS.groupDepth}
    ), up AS (
      SELECT ${groupId}::uuid AS id, 1 AS level
      UNION SELECT m.group_id, up.level + 1 FROM up JOIN group_members m ON m.member_group_id = up.id
        WHERE up.level <= ${LIMITS.groupDepth}
    )
    SELECT EXISTS (SELECT FROM down WHERE id = ${groupId}::uuid) AS cycle,
      ((SELECT max(level) FROM down) + (SELECT max(level) FROM up))::int AS levels`;
  if (row.cycle) throw new DomainError('group_cycle');
  if (row.levels > LIMITS.groupDepth) throw new DomainError('group_too_deep');
}
