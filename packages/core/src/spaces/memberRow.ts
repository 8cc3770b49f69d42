import { DomainError, type Member, type Role } from '@hemicycle/contracts';
import { isoTimestamp, Prisma, readRows } from '@hemicycle/db';
import { holders, spaceNode } from '../access/holders';
import type { Operation } from '../operation';
import { type PersonRow, presentPerson } from '../people/presentPerson';

export interface MemberRow extends PersonRow {
  sortName: string;
  title: string | null;
  role: Role;
  /** As Postgres writes it. */
  since: string;
}

/**
 * Members of a space, by whatever way, that fulfil `filter` (SQL over `users u`), by name. The people of the page are
 * found first, by one walk along the keys of all members, and only they are joined with what they hold.
 * @param among `holders` of the space or, where it has nothing else, its `directHolders`
 * @param read `readQuickRows` for the latter: groups may be deep, and take their time
 */
export async function readMemberRows(
  op: Operation,
  among: Prisma.Sql,
  filter: Prisma.Sql,
  limit: number,
  read: typeof readRows = readRows,
): Promise<MemberRow[]> {
  return read<MemberRow>(
    op.db,
    Prisma.sql`
    WITH m AS MATERIALIZED (
      SELECT h.user_id, max(h.role) AS role, min(h.since) AS since FROM ${among} h GROUP BY h.user_id
    )
    SELECT page.id, page.name, page.hue, page.organisation_role::text AS "organisationRole",
      page.sort_name AS "sortName", page.title, m.role::text AS role,
      m.since::text AS since
    FROM (
      SELECT u.id, u.name, u.hue, u.organisation_role, u.sort_name, u.title FROM users u
      WHERE u.id = ANY(ARRAY(SELECT m.user_id FROM m)) ${filter}
      ORDER BY u.sort_name, u.id LIMIT ${limit}
    ) page JOIN m ON m.user_id = page.id
    ORDER BY page.sort_name, page.id`,
  );
}

export function presentMember(row: MemberRow): Member {
  return { person: presentPerson(row), title: row.title, role: row.role, since: isoTimestamp(row.since) };
}

/** @throws DomainError not_found when the person is no member */
export async function readMember(op: Operation, spaceId: string, userId: string): Promise<Member> {
  const among = holders(spaceNode(Prisma.sql`${spaceId}::uuid`), op.now);
  const [row] = await readMemberRows(op, among, Prisma.sql`AND u.id = ${userId}::uuid`, 1);
  if (row === undefined) throw new DomainError('not_found');
  return presentMember(row);
}
