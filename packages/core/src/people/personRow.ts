import type { Person } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import { holders } from '../access/holders';
import { readableSpaceIds } from '../access/spaceRoles';
import { accountOf, type Operation } from '../operation';
import { BREAK_GLASS_ISSUER } from '../sessions/breakGlassIssuer';
import { presentPerson, type PersonRow as SummaryRow } from './presentPerson';

export interface PersonRow extends SummaryRow {
  sortName: string;
  email: string;
  title: string | null;
}

export const PERSON_COLUMNS = Prisma.sql`u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole",
  u.sort_name AS "sortName", u.email, u.title`;

/** True for who may look through the whole directory, and not only at the people of their spaces. */
export function seesDirectory(op: Operation): boolean {
  const { organisationId } = accountOf(op);
  return can(op.actor, 'organisation', 'searchPeople', { organisationId });
}

/** SQL condition over `users u`: the caller may know of this person. The break-glass administrator is nobody. */
export function knownPeople(op: Operation): Prisma.Sql {
  const { userId, organisationId } = accountOf(op);
  if (seesDirectory(op)) {
    return Prisma.sql`u.organisation_id = ${organisationId}::uuid AND u.issuer <> ${BREAK_GLASS_ISSUER}`;
  }
  const spaces = Prisma.sql`SELECT 'space'::"GrantResource", readable.space_id FROM (${readableSpaceIds(op)}) readable`;
  return Prisma.sql`(u.id = ${userId}::uuid OR u.id IN (SELECT m.user_id FROM ${holders(spaces, op.now)} m))`;
}

/** A person as the caller sees them; a guest is not told addresses. */
export function presentDirectoryPerson(op: Operation, row: PersonRow): Person {
  return { ...presentPerson(row), email: seesDirectory(op) ? row.email : null, title: row.title };
}
