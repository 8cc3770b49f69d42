import { Prisma } from '@hemicycle/db';
import { type LoadedSharing, nodesOf } from '../sharing/loadSharing';
import { nodesBelow } from '../sharing/nodesBelow';
import { peopleOfLinks } from '../sharing/peopleOfLinks';

/**
 * SQL query of the people a label on a resource may keep out or let in again: guests and people of other organisations who
 * hold something on it, above it or below it, and whoever came there by a link.
 */
export function peopleUnderLabels(
  sharing: Pick<LoadedSharing, 'resourceType' | 'resourceId' | 'organisationId'>,
): Prisma.Sql {
  const nodes = Prisma.sql`SELECT n.type, n.id FROM (${nodesOf(sharing)}) n
    UNION SELECT * FROM (${nodesBelow(sharing)}) below`;
  return Prisma.sql`
    SELECT u.id FROM (
      SELECT g.user_id FROM (${nodes}) n(type, id)
      JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id WHERE g.user_id IS NOT NULL
      UNION
      SELECT m.user_id FROM (${nodes}) n(type, id)
      JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id CROSS JOIN LATERAL people_below(g.group_id) m
      WHERE g.group_id IS NOT NULL
    ) held JOIN users u ON u.id = held.user_id
    WHERE u.organisation_role = 'guest' OR u.organisation_id <> ${sharing.organisationId}::uuid
    UNION SELECT * FROM (${peopleOfLinks(nodes)}) came`;
}
