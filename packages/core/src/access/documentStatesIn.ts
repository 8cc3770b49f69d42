import { type LabelMark, type Role, roleAtLeast } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { admits } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { callerSql, holdings } from './holdings';
import { LABEL_MARK, markOf, strictestOf } from './labelTerms';
import type { SpaceAccess } from './spaceAccess';

/** What decides about a document but for whether it is in the trash, and its label. */
export interface DocumentInSpace {
  readonly role: Role | null;
  readonly exportable: boolean;
  readonly label: LabelMark | null;
}

type Bounds = { guests: boolean; others: boolean; exports: boolean; rank: number; label: LabelMark };
type Row = { id: string; role: Role | null } & (Bounds | { label: null });

/**
 * How to tell what decides about any document of a space the caller is in: their role in the space, or what they were given
 * on the document or above it, where that is more; within the labels of the document and of everything above it. One
 * query, which costs what was given and labelled one by one and not what there is: for lists of a whole space. For a few
 * documents of any spaces there is `documentStandings`.
 */
export async function documentStatesIn(
  op: Operation,
  space: Pick<SpaceAccess, 'spaceId' | 'organisationId' | 'role' | 'label'>,
): Promise<(documentId: string) => DocumentInSpace> {
  const rows = await readRows<Row>(
    op.db,
    Prisma.sql`
    WITH RECURSIVE given AS (
      SELECT d.id, h.role FROM ${holdings(callerSql(op), op.now)} h JOIN documents d ON d.id = h.resource_id
      WHERE h.resource_type = 'document' AND d.space_id = ${space.spaceId}::uuid
      UNION SELECT d.id, given.role FROM documents d JOIN given ON d.parent_id = given.id
    ), carried AS (
      SELECT d.id, d.label_id FROM documents d WHERE d.space_id = ${space.spaceId}::uuid AND d.label_id IS NOT NULL
      UNION SELECT d.id, carried.label_id FROM documents d JOIN carried ON d.parent_id = carried.id
    ), most AS (SELECT id, max(role)::text AS role FROM given GROUP BY id),
    bound AS (${strictestOf(Prisma.sql`SELECT id, label_id FROM carried`)})
    SELECT coalesce(most.id, bound.id) AS id, most.role, bound.guests, bound.others, bound.exports, l.rank,
      ${LABEL_MARK} AS label
    FROM most FULL JOIN bound ON bound.id = most.id LEFT JOIN labels l ON l.id = bound.label_id`,
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return (documentId) => stateOf(op, space, known.get(documentId));
}

function stateOf(
  op: Operation,
  { organisationId, role, label }: Pick<SpaceAccess, 'organisationId' | 'role' | 'label'>,
  row: Row | undefined,
): DocumentInSpace {
  const more = row?.role ?? null;
  const held = more !== null && !roleAtLeast(role, more) ? more : role;
  const bounds = row === undefined || row.label === null ? null : row;
  const account = accountOf(op);
  const open = admits(label, organisationId, account) && admits(bounds, organisationId, account);
  const own = bounds !== null && bounds.rank >= (label?.rank ?? -1);
  return {
    role: open ? held : null,
    exportable: (label?.exports ?? true) && (bounds?.exports ?? true),
    label: own ? bounds.label : label && markOf(label),
  };
}
