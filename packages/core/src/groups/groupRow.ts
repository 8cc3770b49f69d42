import { DomainError, type Group } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { abilities, type ResourceStates } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import type { Operation } from '../operation';

export interface GroupRow {
  id: string;
  organisationId: string;
  name: string;
  sortName: string;
  createdAt: Date;
  memberCount: number;
  /** Path at the organisation's provider; null: kept here. */
  externalPath: string | null;
}

/** Groups that fulfil `filter` (SQL over `groups g`), by name. */
export async function readGroupRows(op: Operation, filter: Prisma.Sql, limit: number): Promise<GroupRow[]> {
  return readRows<GroupRow>(
    op.db,
    Prisma.sql`
    SELECT g.id, g.organisation_id AS "organisationId", g.name, g.sort_name AS "sortName",
      g.created_at AS "createdAt", g.external_path AS "externalPath",
      (SELECT count(*)::int FROM group_members m WHERE m.group_id = g.id) AS "memberCount"
    FROM groups g WHERE ${filter} ORDER BY g.sort_name, g.id LIMIT ${limit}`,
  );
}

export function presentGroup(op: Operation, row: GroupRow): Group {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    memberCount: row.memberCount,
    externalPath: row.externalPath,
    abilities: abilities(op.actor, 'group', stateOf(row)),
  };
}

/** No such group: one of nobody's organisation. */
function stateOf(
  row: Pick<GroupRow, 'organisationId' | 'externalPath'> | undefined,
): ResourceStates['group'] {
  return { organisationId: row?.organisationId ?? '', managedOutside: row?.externalPath !== null };
}

/**
 * The group, when the caller may do `action` with it.
 * @throws DomainError not_found, forbidden, sign_in_required
 */
export async function loadGroup(
  op: Operation,
  groupId: string,
  action: 'read' | 'manage',
): Promise<GroupRow> {
  const [row] = await readGroupRows(op, Prisma.sql`g.id = ${groupId}::uuid`, 1);
  authorize(op.actor, 'group', action, stateOf(row));
  if (row === undefined) throw new DomainError('not_found');
  return row;
}
