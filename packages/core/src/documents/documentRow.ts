import type { DocumentSummary } from '@hemicycle/contracts';
import { type OrganisationRole, Prisma } from '@hemicycle/db';
import { type DocumentRights, documentAbilities } from '../access/documentAbilities';
import type { Operation } from '../operation';
import { presentPerson } from '../people/presentPerson';

/** Characters of text read for an excerpt, and how many are shown of it. */
const EXCERPT_READ = 400;
const EXCERPT_SHOWN = 200;

/** Columns of a document as lists show it, from `documents d`, with the joins they need. */
export const SUMMARY_COLUMNS = Prisma.sql`
  d.id, d.space_id AS "spaceId", s.name AS "spaceName", d.title, d.kind::text AS kind,
  d.edited_at AS "editedAt", left(d.plain_text, ${EXCERPT_READ}::int) AS text,
  e.id AS "editorId", e.name AS "editorName", e.hue AS "editorHue", e.organisation_role::text AS "editorRole"`;
export const SUMMARY_JOINS = Prisma.sql`
  JOIN spaces s ON s.id = d.space_id LEFT JOIN users e ON e.id = d.edited_by_id`;

export interface SummaryRow {
  id: string;
  spaceId: string;
  spaceName: string;
  title: string;
  kind: 'text';
  editedAt: Date;
  text: string;
  editorId: string | null;
  editorName: string | null;
  editorHue: number | null;
  editorRole: OrganisationRole | null;
}

/** Documents of a list as the API sends them: one more query for what the caller may do with each of them. */
export async function presentSummaries(
  op: Operation,
  rows: readonly SummaryRow[],
): Promise<DocumentSummary[]> {
  const held = await documentAbilities(
    op,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const rights = held.get(row.id);
    return rights ? [presentSummary(row, rights)] : []; // lost between the reads
  });
}

export function presentSummary(row: SummaryRow, { abilities, label }: DocumentRights): DocumentSummary {
  const { editorId, editorName, editorHue, editorRole } = row;
  return {
    id: row.id,
    spaceId: row.spaceId,
    spaceName: row.spaceName,
    title: row.title,
    kind: row.kind,
    editedAt: row.editedAt.toISOString(),
    editedBy:
      editorId !== null && editorName !== null && editorHue !== null && editorRole !== null
        ? presentPerson({ id: editorId, name: editorName, hue: editorHue, organisationRole: editorRole })
        : null,
    excerpt: excerptOf(row.text),
    label,
    abilities,
  };
}

/**
 * First words of a text, cut between words. A line for each block of the document, so that cards can show its shape; cells
 * of a table's row are parted by a dot.
 */
function excerptOf(text: string): string {
  const words = text
    .replace(/\t+(?=\n|$)/g, '')
    .replace(/\t+/g, ' · ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  if (words.length <= EXCERPT_SHOWN) return words;
  const cut = words.slice(0, EXCERPT_SHOWN);
  const end = cut.search(/\s\S*$/);
  return `${end > EXCERPT_SHOWN / 2 ? cut.slice(0, end) : cut}…`;
}
