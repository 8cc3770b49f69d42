import { LIMITS, LINK_DEFAULT } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import type { PersonSql } from './holdings';

/**
 * SQL query of one row (organisation_id, space_id, reach, role): the most a link on the resource may be, by what its
 * owners and the owners of everything above it said. Computed whenever it is asked: a link made while more was allowed,
 * or moved to where less is, opens no more than that.
 */
export function linkBounds(type: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  const least = (column: string, fallback: Prisma.Sql): Prisma.Sql => {
    const said = Prisma.raw(`p.${column}`);
    return Prisma.sql`least(min(${said}), coalesce(min(${said}) FILTER (WHERE n.type = 'space'), ${fallback}))`;
  };
  return Prisma.sql`
    SELECT s.organisation_id, s.id AS space_id,
      ${least('link_reach', Prisma.sql`${LINK_DEFAULT.reach}::"LinkReach"`)} AS reach,
      ${least('link_role', Prisma.sql`${LINK_DEFAULT.role}::"Role"`)} AS role
    FROM (
      WITH RECURSIVE up AS (
        SELECT d.id, d.parent_id, d.space_id, 1 AS depth FROM documents d WHERE ${type} = 'document' AND d.id = ${id}
        UNION ALL
        SELECT d.id, d.parent_id, d.space_id, up.depth + 1 FROM documents d JOIN up ON d.id = up.parent_id
        WHERE up.depth <= ${LIMITS.documentDepth}
      )
      SELECT 'document'::"GrantResource" AS type, up.id, up.space_id FROM up
      UNION ALL SELECT 'space', up.space_id, up.space_id FROM up WHERE depth = 1
      UNION ALL SELECT 'space', ${id}, ${id} WHERE ${type} = 'space'
    ) n JOIN spaces s ON s.id = n.space_id
    LEFT JOIN access_policies p ON p.resource_type = n.type AND p.resource_id = n.id
    GROUP BY s.organisation_id, s.id`;
}

/** SQL query of one row (organisation_id, space_id, reach, role): what the link in scope as `l` opens now. */
export function linkTerms(): Prisma.Sql {
  return Prisma.sql`SELECT b.organisation_id, b.space_id, least(l.reach, b.reach) AS reach, least(l.role, b.role) AS role
    FROM (${linkBounds(Prisma.sql`l.resource_type`, Prisma.sql`l.resource_id`)}) b`;
}

/** SQL condition: terms in scope as `t` are for the person. */
export function reaches(person: Pick<PersonSql, 'organisationId' | 'inside'>): Prisma.Sql {
  return Prisma.sql`(t.reach = 'anyone'
    OR (t.reach = 'organisation' AND ${person.inside} AND ${person.organisationId} = t.organisation_id))`;
}
