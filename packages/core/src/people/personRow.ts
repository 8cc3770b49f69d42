import type { Person } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import { readableSpaceIds } from '../access/liveGrants';
import { accountOf, type Operation } from '../operation';
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

/** SQL condition over `users u`: the caller may know of this person. */
export function knownPeople(op: Operation): Prisma.Sql {
  const { userId, organisationId } = accountOf(op);
  if (seesDirectory(op)) return Prisma.sql`u.organisation_id = ${organisationId}::uuid`;
  return Prisma.sql`(u.id = ${userId}::uuid OR EXISTS (
    SELECT 1 FROM grants theirs WHERE theirs.user_id = u.id AND theirs.resource_type = 'space'
      AND (theirs.expires_at IS NULL OR theirs.expires_at > ${op.now})
      AND theirs.resource_id IN (${readableSpaceIds(op)})))`;
}

/** A person as the caller sees them; a guest is not told addresses. */
export function presentDirectoryPerson(op: Operation, row: PersonRow): Person {
  return { ...presentPerson(row), email: seesDirectory(op) ? row.email : null, title: row.title };
}
