import { Prisma } from '@hemicycle/db';
import { accountOf, type Operation } from '../operation';
import { linkTerms, reaches } from './linkTerms';
import type { PersonSql } from './PersonSql';

/**
 * SQL array of the groups a person is in, directly or by way of other groups. For the caller Postgres computes it once
 * for a query; and an array, unlike a join, always finds its grants by the index.
 */
const groupsAbove = (userId: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT groups_above(${userId}))`;

/** @throws DomainError sign_in_required */
export function callerSql(op: Operation): PersonSql {
  const { userId, organisationId, organisationRole } = accountOf(op);
  const id = Prisma.sql`${userId}::uuid`;
  return {
    id,
    groupIds: groupsAbove(id),
    organisationId: Prisma.sql`${organisationId}::uuid`,
    inside: Prisma.sql`${organisationRole !== 'guest'}::boolean`,
  };
}

/** The columns of `peopleTable`, seen through its alias `p`. */
export const PERSON_OF_TABLE: PersonSql = {
  id: Prisma.sql`p.id`,
  groupIds: Prisma.sql`p.group_ids`,
  organisationId: Prisma.sql`p.organisation_id`,
  inside: Prisma.sql`p.inside`,
};

/** SQL query of many people with their groups, for `WITH person AS MATERIALIZED (…)`. `ids` is a query of user ids. */
export function peopleTable(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT u.id, ${groupsAbove(Prisma.sql`u.id`)} AS group_ids, u.organisation_id,
    u.organisation_role <> 'guest' AS inside FROM users u WHERE u.id IN (${ids})`;
}

/** SQL condition: what `alias` says has not expired. */
export function live(alias: string, now: Date): Prisma.Sql {
  const expiry = Prisma.raw(`${alias}.expires_at`);
  return Prisma.sql`(${expiry} IS NULL OR ${expiry} > ${now})`;
}

/**
 * SQL query of what was granted to a person themselves, on whatever resource: (resource_type, resource_id, role,
 * expires_at). All they hold on a resource that `openedIndirectly` said no about.
 */
export function ownGrantsOf({ id }: PersonSql, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT g.resource_type, g.resource_id, g.role, g.expires_at FROM grants g
    WHERE g.user_id = ${id} AND ${live('g', now)}`;
}

/**
 * SQL query of what a person was granted, on whatever resource, before inheritance: (resource_type, resource_id, role,
 * expires_at). A condition on the resource is pushed down to the indexes.
 */
export function grantsOf(person: PersonSql, now: Date): Prisma.Sql {
  return Prisma.sql`
    ${ownGrantsOf(person, now)}
    UNION ALL
    SELECT g.resource_type, g.resource_id, g.role, g.expires_at FROM grants g
    WHERE g.group_id = ANY(${person.groupIds}::uuid[]) AND ${live('g', now)}`;
}

/**
 * SQL table of everything a person holds, on whatever resource, before inheritance: (resource_type, resource_id,
 * role, expires_at). A condition on the resource is pushed down to the indexes. Every way to a right is in here, and
 * nothing else reads grants upwards from a person.
 */
export function holdings(person: PersonSql, now: Date): Prisma.Sql {
  return Prisma.sql`(
    ${grantsOf(person, now)}
    UNION ALL
    SELECT l.resource_type, l.resource_id, t.role, l.expires_at
    FROM link_openings o JOIN links l ON l.id = o.link_id CROSS JOIN LATERAL (${linkTerms()}) t
    WHERE o.user_id = ${person.id} AND ${live('l', now)} AND ${reaches(person)}
  )`;
}
