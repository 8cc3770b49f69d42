import { DomainError, LIMITS } from '@hemicycle/contracts';
import { newId, Prisma, readRows } from '@hemicycle/db';
import type { Operation, Transactional } from '../operation';
import { foldText } from '../search/foldText';
import { type GroupPath, groupNameOf, pathAbove } from './groupPaths';
import { checkNesting } from './groupTree';

type ProviderOperation = Transactional & Pick<Operation, 'now'>;

/**
 * Groups of a provider and those they are in, made where they are missing. Call with the groups locked.
 * @returns ids by path
 */
export async function ensureProviderGroups(
  op: ProviderOperation,
  organisationId: string,
  groups: readonly GroupPath[],
): Promise<Map<string, string>> {
  const paths = [...new Set(groups.flatMap(({ path, above }) => [...above, path]))].sort();
  const known = await op.db.group.findMany({
    where: { organisationId, externalPath: { in: paths } },
    select: { id: true, externalPath: true },
  });
  const ids = new Map(known.map(({ id, externalPath }) => [externalPath ?? '', id]));
  // In the order of paths, what is outside comes before what is in it.
  const missing = paths.filter((path) => !ids.has(path));
  for (const path of missing) ids.set(path, newId());
  await op.db.group.createMany({
    data: missing.map((path) => {
      const name = groupNameOf(path);
      return {
        id: ids.get(path) ?? newId(),
        organisationId,
        name,
        sortName: foldText(name),
        externalPath: path,
        createdAt: op.now,
      };
    }),
  });
  for (const path of missing) {
    const groupId = ids.get(pathAbove(path) ?? '');
    const memberGroupId = ids.get(path);
    if (groupId !== undefined && memberGroupId !== undefined) await nest(op, { groupId, memberGroupId });
  }
  return ids;
}

/** Where groups kept here already use the levels there are, a group stands alone rather than keep people out. */
async function nest(op: ProviderOperation, link: { groupId: string; memberGroupId: string }): Promise<void> {
  try {
    await checkNesting(op, link);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    op.log.warn({ ...link, code: error.code }, 'a group of a provider was not nested');
    return;
  }
  await op.db.groupMember.create({ data: { id: newId(), ...link, createdAt: op.now }, select: { id: true } });
}

/**
 * Of a provider's groups that somebody left, those that hold nobody, give nothing and are in no group kept here: what was
 * renamed or dissolved there does not stay behind. Then, level by level, the groups they were in.
 */
export async function removeEmptyProviderGroups(
  { db }: Pick<Operation, 'db'>,
  groupIds: readonly string[],
): Promise<void> {
  let candidates = [...groupIds];
  for (let level = 0; level < LIMITS.groupDepth && candidates.length > 0; level += 1) {
    const rows = await readRows<{ id: string }>(
      db,
      Prisma.sql`
      WITH above AS (
        SELECT m.group_id FROM group_members m WHERE m.member_group_id = ANY(${candidates}::uuid[])
      ), gone AS (
        DELETE FROM groups g WHERE g.id = ANY(${candidates}::uuid[]) AND g.external_path IS NOT NULL
          AND NOT EXISTS (SELECT FROM group_members m WHERE m.group_id = g.id)
          AND NOT EXISTS (SELECT FROM grants a WHERE a.group_id = g.id)
          AND NOT EXISTS (SELECT FROM group_members m JOIN groups p ON p.id = m.group_id
            WHERE m.member_group_id = g.id AND p.external_path IS NULL)
        RETURNING g.id
      )
      SELECT DISTINCT above.group_id AS id FROM above WHERE EXISTS (SELECT FROM gone)`,
    );
    candidates = rows.map(({ id }) => id);
  }
}
