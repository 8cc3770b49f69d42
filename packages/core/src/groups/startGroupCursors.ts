import type { Prisma } from '@hemicycle/db';
import { startReadCursors } from '../conversation';
import type { Operation } from '../operation';

/**
 * What was said in the spaces of groups before people came is history to them, not unread.
 * @param people SQL query of their ids
 */
export async function startGroupCursors(
  op: Pick<Operation, 'db' | 'now'>,
  groupIds: readonly string[],
  people: Prisma.Sql,
): Promise<void> {
  const spaces = await op.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT unnest(${[...groupIds]}::uuid[]) AS id
      UNION SELECT m.group_id FROM above JOIN group_members m ON m.member_group_id = above.id
    )
    SELECT DISTINCT g.resource_id AS id FROM above JOIN grants g ON g.group_id = above.id
    WHERE g.resource_type = 'space'`;
  for (const { id } of spaces) await startReadCursors(op, id, people);
}
