import { type Document, DomainError } from '@hemicycle/contracts';
import type { OrganisationRole } from '@hemicycle/db';
import { abilities } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { type DocumentAccess, documentAccess } from '../access/documentAccess';
import { readableDocuments } from '../access/readableDocuments';
import type { Operation } from '../operation';
import { presentPerson } from '../people/presentPerson';
import { presentSummary, SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './documentRow';
import { ancestorsOf } from './documentTree';

interface DocumentRow extends SummaryRow {
  parentId: string | null;
  epoch: number;
  createdAt: Date;
  creatorId: string;
  creatorName: string;
  creatorHue: number;
  creatorRole: OrganisationRole;
  trashedAt: Date | null;
  roomId: string;
}

/** The document as the API sends it, as it is now (inside a transaction: with what the transaction wrote). */
export async function readDocument(op: Operation, access: DocumentAccess): Promise<Document> {
  authorize(op.actor, 'document', 'read', access.state);
  const [row] = await op.db.$queryRaw<DocumentRow[]>`
    SELECT ${SUMMARY_COLUMNS}, d.parent_id AS "parentId", d.epoch, d.created_at AS "createdAt",
      c.id AS "creatorId", c.name AS "creatorName", c.hue AS "creatorHue",
      c.organisation_role::text AS "creatorRole", d.trashed_at AS "trashedAt", r.id AS "roomId"
    FROM documents d ${SUMMARY_JOINS}
    JOIN users c ON c.id = d.created_by_id JOIN rooms r ON r.space_id = d.space_id
    WHERE d.id = ${access.documentId}::uuid`;
  if (row === undefined) throw new DomainError('not_found', 'document');
  const { creatorId, creatorName, creatorHue, creatorRole } = row;
  return {
    ...presentSummary(row, {
      abilities: abilities(op.actor, 'document', access.state),
      label: access.label,
    }),
    parentId: row.parentId,
    epoch: row.epoch,
    createdAt: row.createdAt.toISOString(),
    createdBy: presentPerson({
      id: creatorId,
      name: creatorName,
      hue: creatorHue,
      organisationRole: creatorRole,
    }),
    trashedAt: row.trashedAt?.toISOString() ?? null,
    roomId: row.roomId,
    ancestors: await readableAncestors(op, access),
  };
}

/** As above, with the rights read anew: after a change that moved or trashed it. */
export async function readDocumentAnew(op: Operation, documentId: string): Promise<Document> {
  return readDocument(op, await documentAccess(op, documentId));
}

/** Who was given one document of a space does not learn the names of those above it. */
async function readableAncestors(
  op: Operation,
  access: DocumentAccess,
): Promise<{ id: string; title: string }[]> {
  const ancestors = await ancestorsOf(op, access.documentId);
  const readable = await readableDocuments(
    op,
    ancestors.map(({ id }) => id),
  );
  return ancestors
    .filter(({ id, trashed }) => readable.has(id) && (!trashed || access.state.trashed))
    .map(({ id, title }) => ({ id, title }));
}
