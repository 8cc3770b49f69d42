import { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';
import { callerSql, holdings } from './holdings';
import { admittedToSpace } from './labelTerms';
import type { PersonSql } from './PersonSql';

/** SQL expression: a person's role in the space whose id `spaceId` is, as text; null without one, or kept out by its label. */
export function roleInSpace(person: PersonSql, spaceId: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(SELECT max(h.role)::text FROM ${holdings(person, now)} h
    WHERE h.resource_type = 'space' AND h.resource_id = ${spaceId} AND ${admittedToSpace(person, spaceId)})`;
}

/** SQL expression: the caller's role in the space whose id `spaceId` is, as text; null without one. */
export function roleIn(op: Operation, spaceId: Prisma.Sql): Prisma.Sql {
  return roleInSpace(callerSql(op), spaceId, op.now);
}

/** SQL query (space_id, role) of every space a person has a role in. */
export function heldSpaces(person: PersonSql, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT h.resource_id AS space_id, max(h.role) AS role FROM ${holdings(person, now)} h
    WHERE h.resource_type = 'space' GROUP BY h.resource_id
    HAVING ${admittedToSpace(person, Prisma.sql`h.resource_id`)}`;
}

/** SQL query of the ids of the spaces the caller may read, to be used as `x IN (${readableSpaceIds(op)})`. */
export function readableSpaceIds(op: Operation): Prisma.Sql {
  return Prisma.sql`SELECT held.space_id FROM (${heldSpaces(callerSql(op), op.now)}) held`;
}

/**
 * SQL query of the ids of documents the caller was given one by one, and of those below them. What their labels say of it
 * is asked with the documents (`documentStandings`).
 */
export function grantedDocumentIds(op: Operation): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE granted AS (
      SELECT h.resource_id AS id FROM ${holdings(callerSql(op), op.now)} h WHERE h.resource_type = 'document'
      UNION SELECT d.id FROM documents d JOIN granted ON d.parent_id = granted.id
    ) SELECT id FROM granted`;
}
