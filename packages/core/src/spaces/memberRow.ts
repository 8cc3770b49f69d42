import { DomainError, type Member, type Role } from '@hemicycle/contracts';
import { isoTimestamp, Prisma, readQuickRows, readRows } from '@hemicycle/db';
import { directMembers, holders, spaceNode } from '../access/holders';
import type { Operation } from '../operation';
import { foreignOrganisation } from '../people/foreignOrganisation';
import { type PersonRow, presentPerson } from '../people/presentPerson';

export interface MemberRow extends PersonRow {
  sortName: string;
  title: string | null;
  /** Null: the caller's own. */
  organisation: string | null;
  role: Role;
  /** As Postgres writes it. */
  since: string;
}

const columns = (
  op: Operation,
) => Prisma.sql`page.id, page.name, page.hue, page.organisation_role::text AS "organisationRole",
  page.sort_name AS "sortName", page.title, role::text AS role, since::text AS since,
  ${foreignOrganisation(op, Prisma.sql`page.organisation_id`)} AS organisation`;
const PERSON = Prisma.sql`u.id, u.name, u.hue, u.organisation_role, u.organisation_id, u.sort_name, u.title`;

/**
 * Members of a space, by whatever way, that fulfil `filter` (SQL over `users u`), by name. The people of the page are
 * found first, by one walk along the keys of all members, and only they are joined with what they hold.
 */
export async function readMemberRows(
  op: Operation,
  spaceId: string,
  filter: Prisma.Sql,
  limit: number,
): Promise<MemberRow[]> {
  const among = holders(spaceNode(Prisma.sql`${spaceId}::uuid`), op.now);
  return readRows<MemberRow>(
    op.db,
    Prisma.sql`
    WITH m AS MATERIALIZED (
      SELECT h.user_id, max(h.role) AS role, min(h.since) AS since FROM ${among} h GROUP BY h.user_id
    )
    SELECT ${columns(op)} FROM (
      SELECT ${PERSON} FROM users u WHERE u.id = ANY(ARRAY(SELECT m.user_id FROM m)) ${filter}
      ORDER BY u.sort_name, u.id LIMIT ${limit}
    ) page JOIN m ON m.user_id = page.id
    ORDER BY page.sort_name, page.id`,
  );
}

/** The same of a space that `openedIndirectly` said no about. Each member has one grant there, so nothing is grouped. */
export async function readDirectMemberRows(
  op: Operation,
  spaceId: string,
  filter: Prisma.Sql,
  limit: number,
): Promise<MemberRow[]> {
  const members = directMembers(Prisma.sql`${PERSON}, g.role, g.since`, Prisma.sql`${spaceId}::uuid`, op.now);
  return readQuickRows<MemberRow>(
    op.db,
    Prisma.sql`
    SELECT ${columns(op)} FROM (
      ${members} ${filter}
      ORDER BY u.sort_name, u.id LIMIT ${limit}
    ) page
    ORDER BY page.sort_name, page.id`,
  );
}

export function presentMember(row: MemberRow): Member {
  const { title, organisation, role, since } = row;
  return { person: presentPerson(row), title, organisation, role, since: isoTimestamp(since) };
}

/** @throws DomainError not_found when the person is no member */
export async function readMember(op: Operation, spaceId: string, userId: string): Promise<Member> {
  const [row] = await readMemberRows(op, spaceId, Prisma.sql`AND u.id = ${userId}::uuid`, 1);
  if (row === undefined) throw new DomainError('not_found');
  return presentMember(row);
}
