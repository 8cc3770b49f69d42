import { LIMITS } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { live } from './holdings';
import { admitted, strictestOf } from './labelTerms';
import { linkTerms, reaches } from './linkTerms';

/** A person in scope as `u`. */
const USER = {
  organisationId: Prisma.sql`u.organisation_id`,
  inside: Prisma.sql`(u.organisation_role <> 'guest')`,
};

/**
 * SQL table of everybody who holds something on the resources of `nodes`, made by the functions below, and of each way
 * they hold it: (user_id, role, expires_at, since, type, id, grant_id, group_id, link_id). The same ways as `holdings`,
 * seen from the resource: groups are opened down to their people. Whom its labels keep out is not among them.
 */
export function holders(nodes: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(
    ${direct(nodes, now)}
    UNION ALL
    SELECT m.user_id, g.role, g.expires_at, greatest(g.created_at, m.since), g.resource_type, g.resource_id, g.id,
      g.group_id, NULL
    FROM ${granted(nodes, now)} CROSS JOIN LATERAL people_below(g.group_id) m
    WHERE g.group_id IS NOT NULL AND ${isAdmitted(Prisma.sql`m.user_id`)}
    UNION ALL
    SELECT o.user_id, t.role, l.expires_at, o.opened_at, l.resource_type, l.resource_id, NULL, NULL, l.id
    FROM (${nodes}) n JOIN links l ON l.resource_type = n.type AND l.resource_id = n.id
    CROSS JOIN LATERAL (${linkTerms()}) t
    JOIN link_openings o ON o.link_id = l.id JOIN users u ON u.id = o.user_id
    WHERE ${live('l', now)} AND ${reaches(USER)} AND ${admitted(USER, Prisma.sql`n.organisation_id`, 'n')}
  )`;
}

/**
 * SQL query of `columns` of the people `u` of a space that `openedIndirectly` said no about, each with the one grant `g`
 * (user_id, role, since) they have there; a condition and an order may follow. The grants are read once, the people in one
 * walk along their ids: by a join alone Postgres looks each of them up from the top. What the space's label says is read
 * once as well; only where it keeps somebody out is each looked at.
 */
export function directMembers(columns: Prisma.Sql, spaceId: Prisma.Sql, now: Date): Prisma.Sql {
  const node = spaceNode(spaceId);
  return Prisma.sql`WITH g AS MATERIALIZED (
      SELECT g.user_id, g.role, g.created_at AS since FROM grants g
      WHERE g.resource_type = 'space' AND g.resource_id = ${spaceId} AND g.user_id IS NOT NULL AND ${live('g', now)}
    )
    SELECT ${columns} FROM g JOIN users u ON u.id = g.user_id
    WHERE u.id = ANY(ARRAY(SELECT g.user_id FROM g))
      AND ((SELECT n.guests AND n.others FROM (${node}) n)
        OR (SELECT ${admitted(USER, Prisma.sql`n.organisation_id`, 'n')} FROM (${node}) n))`;
}

/** SQL expression: true when a space is granted to a group or has a link, so that `directMembers` would miss people. */
export function openedIndirectly(spaceId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM grants g
      WHERE g.resource_type = 'space' AND g.resource_id = ${spaceId} AND g.group_id IS NOT NULL)
    OR EXISTS (SELECT FROM links l WHERE l.resource_type = 'space' AND l.resource_id = ${spaceId}))`;
}

function granted(nodes: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(${nodes}) n
    JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id AND ${live('g', now)}`;
}

/** SQL condition: the node in scope as `n` lets the person be there. Where it lets everybody, nobody is looked up. */
function isAdmitted(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((n.guests AND n.others)
    OR (SELECT ${admitted(USER, Prisma.sql`n.organisation_id`, 'n')} FROM users u WHERE u.id = ${userId}))`;
}

function direct(nodes: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT g.user_id, g.role, g.expires_at, g.created_at AS since, g.resource_type AS type,
      g.resource_id AS id, g.id AS grant_id, NULL::uuid AS group_id, NULL::uuid AS link_id
    FROM ${granted(nodes, now)} WHERE g.user_id IS NOT NULL AND ${isAdmitted(Prisma.sql`g.user_id`)}`;
}

/**
 * SQL query of spaces as nodes of `holders`: (type, id, organisation_id, guests, others). The last two: what their labels
 * say of who may be there. `ids` is a query of ids, or one.
 */
export function spaceNodes(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'space'::"GrantResource" AS type, place.id, place.organisation_id,
      coalesce(l.guests, true) AS guests, coalesce(l.others, true) AS others
    FROM spaces place LEFT JOIN labels l ON l.id = place.label_id WHERE place.id IN (${ids})`;
}

/** SQL query of one space as a node of `holders`. */
export function spaceNode(spaceId: Prisma.Sql): Prisma.Sql {
  return spaceNodes(spaceId);
}

/**
 * SQL query of a document, the documents above it and its space, as nodes of `holders`. What the labels on all of them say
 * holds for whatever is held on any, since it is asked for the document.
 */
export function documentNodes(documentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE line AS (
      SELECT d.id, d.parent_id, d.space_id, d.label_id, 1 AS depth FROM documents d WHERE d.id = ${documentId}
      UNION ALL
      SELECT d.id, d.parent_id, d.space_id, d.label_id, line.depth + 1 FROM documents d JOIN line ON d.id = line.parent_id
      WHERE line.depth <= ${LIMITS.documentDepth}
    ), home AS (SELECT s.id, s.organisation_id, s.label_id FROM spaces s JOIN line ON line.depth = 1 AND s.id = line.space_id),
    bound AS (${strictestOf(Prisma.sql`SELECT 1, label_id FROM line UNION ALL SELECT 1, label_id FROM home`)})
    SELECT node.type, node.id, home.organisation_id, coalesce(bound.guests, true) AS guests,
      coalesce(bound.others, true) AS others
    FROM (
      SELECT 'document'::"GrantResource" AS type, id FROM line UNION ALL SELECT 'space', id FROM home
    ) node CROSS JOIN home LEFT JOIN bound ON true`;
}
