import type { Prisma } from '@hemicycle/db';
import { publishAll } from '../events/publish';
import { publishAccess } from '../events/publishAccess';
import type { Transactional } from '../operation';

/** Against a group that is in everything: beyond this many spaces their lists are read anew when next opened. */
const MOST_SPACES = 100;

/**
 * Tells that people came into or out of groups: they, and whoever looks at the members of a space the groups are in.
 * @param people SQL query of user ids
 */
export async function publishGroupChange(
  op: Transactional,
  groupIds: readonly string[],
  people: Prisma.Sql,
): Promise<void> {
  await publishAccess(op, people, null);
  const spaces = await op.db.$queryRaw<{ spaceId: string }[]>`
    WITH RECURSIVE above AS (
      SELECT unnest(${[...groupIds]}::uuid[]) AS id
      UNION SELECT m.group_id FROM above JOIN group_members m ON m.member_group_id = above.id
    )
    SELECT DISTINCT g.resource_id AS "spaceId" FROM above JOIN grants g ON g.group_id = above.id
    WHERE g.resource_type = 'space' LIMIT ${MOST_SPACES}`;
  await publishAll(
    op,
    spaces.map(({ spaceId }) => [`space:${spaceId}`, { type: 'members.changed', spaceId, userId: null }]),
  );
}
