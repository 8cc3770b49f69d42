import type { Role } from '@hemicycle/contracts';
import { type Db, Prisma, readRows } from '@hemicycle/db';
import { PERSON_OF_TABLE, peopleTable } from './holdings';
import { heldSpaces } from './spaceRoles';

/**
 * For each person, their role in each space they have one in. One query for many people: the events socket decides by
 * it who hears what, and calls by it who stays.
 */
export async function spacesOfPeople(
  db: Db,
  userIds: readonly string[],
  now: Date,
): Promise<Map<string, Map<string, Role>>> {
  const spaces = new Map(userIds.map((userId) => [userId, new Map<string, Role>()]));
  if (spaces.size === 0) return spaces;
  const ids = Prisma.sql`SELECT unnest(${[...spaces.keys()]}::uuid[])`;
  const rows = await readRows<{ userId: string; spaceId: string; role: Role }>(
    db,
    Prisma.sql`
    WITH person AS MATERIALIZED (${peopleTable(ids)})
    SELECT p.id AS "userId", held.space_id AS "spaceId", held.role::text AS role
    FROM person p CROSS JOIN LATERAL (${heldSpaces(PERSON_OF_TABLE, now)}) held`,
  );
  for (const { userId, spaceId, role } of rows) spaces.get(userId)?.set(spaceId, role);
  return spaces;
}
