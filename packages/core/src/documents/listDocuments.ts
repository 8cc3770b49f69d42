import type { DocumentSummary, HandlerQuery, Page } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import { authorize } from '../access/authorize';
import { readableSpaceIds } from '../access/liveGrants';
import { spaceAccess } from '../access/spaceAccess';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentSummary, SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './documentRow';

const LIST = 'documents';
const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * Documents the caller may read, last edited first, without what is in the trash; of one space when `spaceId` is
 * given.
 * @throws DomainError not_found (the space), invalid_cursor
 */
export async function listDocuments(
  op: Operation,
  query: HandlerQuery<'GET /documents'>,
): Promise<Page<DocumentSummary>> {
  if (query.spaceId !== undefined) {
    authorize(op.actor, 'space', 'read', (await spaceAccess(op, query.spaceId)).state);
  }
  const after = decodeCursor(LIST, Key, query.cursor);
  const rows = await op.db.$queryRaw<SummaryRow[]>`
    SELECT ${SUMMARY_COLUMNS} FROM documents d ${SUMMARY_JOINS}
    WHERE d.trashed_at IS NULL
      AND (d.space_id IN (${readableSpaceIds(op)}) OR d.id IN (${grantedDocumentIds(op)}))
      ${query.spaceId === undefined ? Prisma.empty : Prisma.sql`AND d.space_id = ${query.spaceId}::uuid`}
      ${after === undefined ? Prisma.empty : Prisma.sql`AND (d.edited_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    ORDER BY d.edited_at DESC, d.id DESC LIMIT ${query.limit + 1}`;
  return pageOf(rows, query.limit, LIST, ({ editedAt, id }) => [editedAt.toISOString(), id], presentSummary);
}

/** SQL for the ids of documents granted to the caller one by one, and those below them. */
function grantedDocumentIds(op: Operation): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE granted AS (
      SELECT g.resource_id AS id FROM grants g WHERE g.user_id = ${accountOf(op).userId}::uuid
        AND g.resource_type = 'document' AND (g.expires_at IS NULL OR g.expires_at > ${op.now})
      UNION SELECT d.id FROM documents d JOIN granted ON d.parent_id = granted.id
    ) SELECT id FROM granted`;
}
