import { type Role, roleAtLeast } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import type { Operation } from '../operation';
import { callerSql, holdings } from './holdings';
import type { SpaceAccess } from './spaceAccess';

/**
 * How to tell the caller's role on any document of a space they are in: that of the space, or what they were given on the
 * document or above it, where that is more. One query, which costs what was given one by one and not what there is: for
 * lists of a whole space. For a few documents of any spaces there is `documentStandings`.
 */
export async function documentRolesIn(
  op: Operation,
  { spaceId, role }: Pick<SpaceAccess, 'spaceId' | 'role'>,
): Promise<(documentId: string) => Role | null> {
  const rows = await readRows<{ id: string; role: Role }>(
    op.db,
    Prisma.sql`
    WITH RECURSIVE given AS (
      SELECT d.id, h.role FROM ${holdings(callerSql(op), op.now)} h JOIN documents d ON d.id = h.resource_id
      WHERE h.resource_type = 'document' AND d.space_id = ${spaceId}::uuid
      UNION SELECT d.id, given.role FROM documents d JOIN given ON d.parent_id = given.id
    ) SELECT id, max(role)::text AS role FROM given GROUP BY id`,
  );
  const given = new Map(rows.map((row) => [row.id, row.role]));
  return (documentId) => {
    const more = given.get(documentId);
    return more !== undefined && !roleAtLeast(role, more) ? more : role;
  };
}
