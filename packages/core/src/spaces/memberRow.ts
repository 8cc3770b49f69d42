import { DomainError, type Member, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import type { Operation } from '../operation';
import { type PersonRow, presentPerson } from '../people/presentPerson';

export interface MemberRow extends PersonRow {
  sortName: string;
  title: string | null;
  role: Role;
  since: Date;
}

/** Members of a space that fulfil `filter` (SQL over `users u`), by name. */
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
      g.role::text AS role, g.created_at AS since
    FROM grants g JOIN users u ON u.id = g.user_id
    WHERE g.resource_type = 'space' AND g.resource_id = ${spaceId}::uuid
      AND (g.expires_at IS NULL OR g.expires_at > ${op.now}) ${filter}
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
