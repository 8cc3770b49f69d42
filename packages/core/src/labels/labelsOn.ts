import { LIMITS, type ResourceLabels, type ResourceType } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { strictest } from '@hemicycle/policies';
import { LABEL_COLUMNS, type LabelRow, markOf } from '../access/labelTerms';
import type { Operation } from '../operation';

/**
 * The labels of a resource, as they are now: its own, the strictest above it, and what holds. What holds permits the least
 * of all of them, in whatever order they are.
 */
export async function labelsOn(
  op: Pick<Operation, 'db'>,
  { resourceType, resourceId }: { readonly resourceType: ResourceType; readonly resourceId: string },
): Promise<ResourceLabels> {
  const rows = await readRows<LabelRow & { own: boolean }>(
    op.db,
    Prisma.sql`${resourceType === 'space' ? carriedBySpace(resourceId) : carriedByDocument(resourceId)}
    SELECT ${LABEL_COLUMNS}, carried.own FROM carried JOIN labels l ON l.id = carried.label_id ORDER BY l.rank DESC`,
  );
  const own = rows.find((row) => row.own);
  const inherited = rows.find((row) => !row.own);
  const [first] = rows;
  const rules = strictest(rows);
  return {
    own: own ? markOf(own) : null,
    inherited: inherited ? markOf(inherited) : null,
    effective: first && rules ? { ...markOf(first), ...rules, rank: first.rank } : null,
  };
}

/** The place of a label in the order; below all of them without one. */
export const rankOf = (label: { readonly rank: number } | null): number => label?.rank ?? -1;

function carriedBySpace(id: string): Prisma.Sql {
  return Prisma.sql`WITH carried AS (SELECT s.label_id, TRUE AS own FROM spaces s WHERE s.id = ${id}::uuid)`;
}

function carriedByDocument(id: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE line AS (
      SELECT d.id, d.parent_id, d.space_id, d.label_id, 1 AS depth FROM documents d WHERE d.id = ${id}::uuid
      UNION ALL
      SELECT d.id, d.parent_id, d.space_id, d.label_id, line.depth + 1 FROM documents d JOIN line ON d.id = line.parent_id
      WHERE line.depth <= ${LIMITS.documentDepth}
    ), carried AS (
      SELECT line.label_id, line.depth = 1 AS own FROM line
      UNION ALL SELECT s.label_id, FALSE FROM spaces s JOIN line ON line.depth = 1 AND s.id = line.space_id
    )`;
}
