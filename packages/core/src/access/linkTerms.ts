import { LIMITS, LINK_DEFAULT } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { admitted } from './labelTerms';
import type { PersonSql } from './PersonSql';

/**
 * SQL query of one row (organisation_id, space_id, reach, role, guests, others): the most a link on the resource may be, by
 * what its owners and the owners of everything above it said, and by the labels on the way; and whether those let guests
 * and people of other organisations be there. Computed whenever it is asked: a link made while more was allowed, or
 * moved to where less is, opens no more than that.
 */
export function linkBounds(type: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT * FROM link_bounds(${type}, ${id}, ${LIMITS.documentDepth}::int,
    ${LINK_DEFAULT.reach}::"LinkReach", ${LINK_DEFAULT.role}::"Role")`;
}

/** SQL query of one row (organisation_id, space_id, reach, role, guests, others): what the link in scope as `l` opens now. */
export function linkTerms(): Prisma.Sql {
  return Prisma.sql`SELECT b.organisation_id, b.space_id, least(l.reach, b.reach) AS reach, least(l.role, b.role) AS role,
      b.guests, b.others
    FROM (${linkBounds(Prisma.sql`l.resource_type`, Prisma.sql`l.resource_id`)}) b`;
}

/** SQL condition: terms in scope as `t` are for the person. */
export function reaches(person: Pick<PersonSql, 'organisationId' | 'inside'>): Prisma.Sql {
  return Prisma.sql`((t.reach = 'anyone'
    OR (t.reach = 'organisation' AND ${person.inside} AND ${person.organisationId} = t.organisation_id))
    AND ${admitted(person, Prisma.sql`t.organisation_id`, 't')})`;
}
