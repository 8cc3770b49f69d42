import { LIMITS } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { live } from './holdings';

/**
 * SQL table of everybody who holds something on the resources of `nodes`, a query of (type, id), and of each way they
 * hold it: (user_id, role, expires_at, since, type, id, grant_id, group_id). The same ways as `holdings`, seen from
 * the resource: groups are opened down to their people.
 */
export function holders(nodes: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(
    WITH RECURSIVE entry AS (
      SELECT g.id, g.user_id, g.group_id, g.role, g.expires_at, g.created_at, g.resource_type, g.resource_id
      FROM (${nodes}) n(type, id) JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id
      WHERE ${live('g', now)}
    ), below AS (
      SELECT e.group_id AS root, e.group_id FROM entry e WHERE e.group_id IS NOT NULL
      UNION
      SELECT below.root, m.member_group_id FROM below JOIN group_members m ON m.group_id = below.group_id
      WHERE m.member_group_id IS NOT NULL
    )
    SELECT e.user_id, e.role, e.expires_at, e.created_at AS since, e.resource_type AS type, e.resource_id AS id,
      e.id AS grant_id, e.group_id
    FROM entry e WHERE e.user_id IS NOT NULL
    UNION ALL
    SELECT m.user_id, e.role, e.expires_at, greatest(e.created_at, m.created_at), e.resource_type, e.resource_id,
      e.id, e.group_id
    FROM entry e JOIN below ON below.root = e.group_id JOIN group_members m ON m.group_id = below.group_id
    WHERE m.user_id IS NOT NULL
  )`;
}

/** SQL query of one space as a node of `holders`. */
export function spaceNode(spaceId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'space'::"GrantResource", ${spaceId}`;
}

/** SQL query of a document, the documents above it and its space, as nodes of `holders`. */
export function documentNodes(documentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE line AS (
      SELECT d.id, d.parent_id, d.space_id, 1 AS depth FROM documents d WHERE d.id = ${documentId}
      UNION ALL
      SELECT d.id, d.parent_id, d.space_id, line.depth + 1 FROM documents d JOIN line ON d.id = line.parent_id
      WHERE line.depth <= ${LIMITS.documentDepth}
    )
    SELECT 'document'::"GrantResource", id FROM line UNION ALL SELECT 'space', space_id FROM line WHERE depth = 1`;
}
