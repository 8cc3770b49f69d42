import { DomainError, type Member, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { holders, spaceNode } from '../access/holders';
import type { Operation } from '../operation';
import { type PersonRow, presentPerson } from '../people/presentPerson';

export interface MemberRow extends PersonRow {
  sortName: string;
  title: string | null;
  role: Role;
  since: Date;
}

/** Members of a space, by whatever way, that fulfil `filter` (SQL over `users u`), by name. */
export async function readMemberRows(
  op: Operation,
  spaceId: string,
  filter: Prisma.Sql,
  limit: number,
): Promise<MemberRow[]> {
  return readRows<MemberRow>(
    op.db,
    Prisma.sql`
    SELECT u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole", u.sort_name AS "sortName", u.title,
      m.role::text AS role, m.since
    FROM (
      SELECT h.user_id, max(h.role) AS role, min(h.since) AS since
      FROM ${holders(spaceNode(Prisma.sql`${spaceId}::uuid`), op.now)} h GROUP BY h.user_id
    ) m JOIN users u ON u.id = m.user_id
    WHERE TRUE ${filter}
    ORDER BY u.sort_name, u.id LIMIT ${limit}`,
  );
}

export function presentMember(row: MemberRow): Member {
  return { person: presentPerson(row), title: row.title, role: row.role, since: row.since.toISOString() };
}

/** @throws DomainError not_found when the person is no member */
export async function readMember(op: Operation, spaceId: string, userId: string): Promise<Member> {
  const [row] = await readMemberRows(op, spaceId, Prisma.sql`AND u.id = ${userId}::uuid`, 1);
  if (row === undefined) throw new DomainError('not_found');
  return presentMember(row);
}
