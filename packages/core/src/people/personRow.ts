import type { Person } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import { holders, spaceNodes } from '../access/holders';
import { readableSpaceIds } from '../access/spaceRoles';
import { accountOf, type Operation } from '../operation';
import { BREAK_GLASS_ISSUER } from '../sessions/breakGlassIssuer';
import { foreignOrganisation } from './foreignOrganisation';
import { presentPerson, type PersonRow as SummaryRow } from './presentPerson';

export interface PersonRow extends SummaryRow {
  sortName: string;
  email: string;
  title: string | null;
  /** Null: the caller's own. */
  organisation: string | null;
}

export function personColumns(op: Operation): Prisma.Sql {
  return Prisma.sql`u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole", u.sort_name AS "sortName",
    u.email, u.title, ${foreignOrganisation(op, Prisma.sql`u.organisation_id`)} AS organisation`;
}

/** True for who may look through the whole directory, and not only at the people of their spaces. */
export function seesDirectory(op: Operation): boolean {
  const { organisationId } = accountOf(op);
  return can(op.actor, 'organisation', 'searchPeople', { organisationId });
}

/** Against a condition of any length. People of other organisations one shares spaces with. */
const MOST_FROM_ELSEWHERE = 2_000;

/**
 * SQL condition over `users u`: the caller may know of this person. Members know their organisation and, of others, the
 * people of the shared spaces they are in; guests only the people of their spaces. The break-glass administrator is
 * nobody.
 */
export async function knownPeople(op: Operation): Promise<Prisma.Sql> {
  const { userId, organisationId } = accountOf(op);
  if (!seesDirectory(op)) {
    const spaces = spaceNodes(readableSpaceIds(op));
    return Prisma.sql`(u.id = ${userId}::uuid OR u.id IN (SELECT m.user_id FROM ${holders(spaces, op.now)} m))`;
  }
  const own = Prisma.sql`u.organisation_id = ${organisationId}::uuid AND u.issuer <> ${BREAK_GLASS_ISSUER}`;
  const others = await peopleFromElsewhere(op);
  // Nearly nobody shares: for the rest the condition stays one that the directory's index answers.
  return others.length === 0 ? own : Prisma.sql`((${own}) OR u.id = ANY(${others}::uuid[]))`;
}

async function peopleFromElsewhere(op: Operation): Promise<string[]> {
  const { organisationId } = accountOf(op);
  const shared = spaceNodes(Prisma.sql`
    SELECT o.space_id FROM space_organisations o WHERE o.space_id IN (${readableSpaceIds(op)})`);
  const rows = await readRows<{ id: string }>(
    op.db,
    Prisma.sql`
    SELECT DISTINCT u.id FROM ${holders(shared, op.now)} m JOIN users u ON u.id = m.user_id
    WHERE u.organisation_id <> ${organisationId}::uuid ORDER BY u.id LIMIT ${MOST_FROM_ELSEWHERE}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * SQL condition over `users u`: found by what was typed. An address finds only whose address one is told: otherwise the
 * answer would tell it.
 */
export function foundPeople(op: Operation, query: string): Prisma.Sql {
  const { organisationId } = accountOf(op);
  const typed = Prisma.sql`to_tsquery('simple', ${query})`;
  const told = seesDirectory(op) ? Prisma.sql`u.organisation_id = ${organisationId}::uuid OR` : Prisma.empty;
  return Prisma.sql`to_tsvector('simple', u.search_text) @@ ${typed}
    AND (${told} to_tsvector('simple', u.sort_name) @@ ${typed})`;
}

/** A person as the caller sees them; guests are not told addresses, and nobody those of another organisation. */
export function presentDirectoryPerson(op: Operation, row: PersonRow): Person {
  const { organisation, title } = row;
  const told = seesDirectory(op) && organisation === null;
  return { ...presentPerson(row), email: told ? row.email : null, title, organisation };
}
