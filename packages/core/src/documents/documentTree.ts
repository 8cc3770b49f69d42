import { LIMITS } from '@hemicycle/contracts';
import type { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';
import { positionBetween } from './positionBetween';

/**
 * Holds the tree of a space's documents still until the transaction ends, so that what is checked (no cycle, depth,
 * free positions) still holds when it is written. Reads and writing inside documents go on.
 */
export async function lockTree({ db }: Operation, spaceId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`documents of ${spaceId}`}, 0))`;
}

export interface Ancestor {
  id: string;
  title: string;
  trashed: boolean;
}

/** The documents above one, root first; the document itself left out. */
export async function ancestorsOf({ db }: Operation, documentId: string): Promise<Ancestor[]> {
  // Twice the limit: what was nested before a limit was lowered is still told whole.
  return db.$queryRaw<Ancestor[]>`
    WITH RECURSIVE up AS (
      SELECT parent_id AS id, 1 AS step FROM documents WHERE id = ${documentId}::uuid
      UNION ALL
      SELECT d.parent_id, up.step + 1 FROM documents d JOIN up ON d.id = up.id
      WHERE up.step < ${LIMITS.documentDepth * 2}
    )
    SELECT d.id, d.title, d.trashed_at IS NOT NULL AS trashed
    FROM up JOIN documents d ON d.id = up.id ORDER BY up.step DESC`;
}

export interface Descendant {
  id: string;
  /** 0 for the document itself. */
  level: number;
  trashedAt: Date | null;
  trashedWithId: string | null;
}

/** A document and everything below it. */
export async function withDescendants({ db }: Operation, documentId: string): Promise<Descendant[]> {
  return db.$queryRaw<Descendant[]>`
    WITH RECURSIVE down AS (
      SELECT id, 0 AS level FROM documents WHERE id = ${documentId}::uuid
      UNION ALL
      SELECT d.id, down.level + 1 FROM documents d JOIN down ON d.parent_id = down.id
      WHERE down.level < ${LIMITS.documentDepth * 2}
    )
    SELECT d.id, down.level, d.trashed_at AS "trashedAt", d.trashed_with_id AS "trashedWithId"
    FROM down JOIN documents d ON d.id = down.id`;
}

/**
 * A free position among the children of `parentId` (null: the root): behind the sibling `afterId`, or first when it is
 * null, or last when it is `'end'`. Trashed siblings keep theirs, so that they come back to their place.
 */
export async function freePosition(
  { db }: Operation,
  place: { spaceId: string; parentId: string | null; afterId: string | null | 'end'; movedId?: string },
): Promise<string> {
  const siblings = {
    spaceId: place.spaceId,
    parentId: place.parentId,
    ...(place.movedId && { id: { not: place.movedId } }),
  };
  const select = { position: true } satisfies Prisma.DocumentSelect;
  if (place.afterId === 'end') {
    const last = await db.document.findFirst({ where: siblings, orderBy: { position: 'desc' }, select });
    return positionBetween(last?.position ?? null, null);
  }
  const before = place.afterId
    ? await db.document.findUniqueOrThrow({ where: { id: place.afterId }, select })
    : null;
  const after = await db.document.findFirst({
    where: { ...siblings, ...(before && { position: { gt: before.position } }) },
    orderBy: { position: 'asc' },
    select,
  });
  return positionBetween(before?.position ?? null, after?.position ?? null);
}
