import { Prisma, readRows } from '@hemicycle/db';
import type { Operation } from '../operation';
import { holders, spaceNode } from './holders';

/** Those of the people who are members of the space now and may sign in: their names by id. One query. */
export async function membersAmong(
  op: Operation,
  spaceId: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await readRows<{ id: string; name: string }>(
    op.db,
    Prisma.sql`
    SELECT u.id, u.name FROM users u
    WHERE u.id = ANY(${[...userIds]}::uuid[]) AND u.disabled_at IS NULL
      AND u.id IN (SELECT m.user_id FROM ${holders(spaceNode(Prisma.sql`${spaceId}::uuid`), op.now)} m)`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
