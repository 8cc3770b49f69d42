import { Prisma } from '@hemicycle/db';

/**
 * SQL condition over `users u`: somebody who may be given something in a space, being of the organisation it belongs to,
 * or of one it is shared with while both allow that.
 */
export function welcomeIn(spaceId: string): Prisma.Sql {
  return Prisma.sql`u.organisation_id IN (
    SELECT s.organisation_id FROM spaces s WHERE s.id = ${spaceId}::uuid
    UNION ALL
    SELECT o.organisation_id FROM space_organisations o
    JOIN organisations theirs ON theirs.id = o.organisation_id AND theirs.shares_spaces
    JOIN spaces s ON s.id = o.space_id JOIN organisations ours ON ours.id = s.organisation_id AND ours.shares_spaces
    WHERE o.space_id = ${spaceId}::uuid)`;
}
