import { Prisma } from '@hemicycle/db';
import type { ResourceKey } from './loadSharing';

/** SQL query of the people who came by the link of one resource. */
export function peopleOfLink({ resourceType, resourceId }: ResourceKey): Prisma.Sql {
  return peopleOfLinks(Prisma.sql`SELECT ${resourceType}::"GrantResource", ${resourceId}::uuid`);
}

/** SQL query of the people who came by links of resources. `nodes` is a query of (type, id). */
export function peopleOfLinks(nodes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT o.user_id FROM (${nodes}) n(type, id)
    JOIN links l ON l.resource_type = n.type AND l.resource_id = n.id JOIN link_openings o ON o.link_id = l.id`;
}
