import type { DocumentSummary, HandlerQuery, Page } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { grantedDocumentIds, readableSpaceIds } from '../access/spaceRoles';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentSummaries, SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from './documentRow';

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
  const limit = query.limit + 1;
  const shown = Prisma.sql`x.trashed_at IS NULL ${
    after === undefined
      ? Prisma.empty
      : Prisma.sql`AND (x.edited_at, x.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  } ${query.spaceId === undefined ? Prisma.empty : Prisma.sql`AND x.space_id = ${query.spaceId}::uuid`}`;
  // The newest of each space by its index, so that the cost is that of the spaces one is in, not of all documents.
  const rows = await op.db.$queryRaw<SummaryRow[]>`
    WITH candidates AS (
      SELECT newest.id, newest.edited_at FROM (${readableSpaceIds(op)}) AS space(id) CROSS JOIN LATERAL (
        SELECT x.id, x.edited_at FROM documents x WHERE x.space_id = space.id AND ${shown}
        ORDER BY x.edited_at DESC, x.id DESC LIMIT ${limit}
      ) AS newest
      UNION SELECT x.id, x.edited_at FROM documents x WHERE x.id IN (${grantedDocumentIds(op)}) AND ${shown}
    ), page AS (SELECT id FROM candidates ORDER BY edited_at DESC, id DESC LIMIT ${limit})
    SELECT ${SUMMARY_COLUMNS} FROM page JOIN documents d ON d.id = page.id ${SUMMARY_JOINS}
    ORDER BY d.edited_at DESC, d.id DESC`;
  const { items, nextCursor } = pageOf(
    rows,
    query.limit,
    LIST,
    ({ editedAt, id }) => [editedAt.toISOString(), id],
    (row) => row,
  );
  return { items: await presentSummaries(op, items), nextCursor };
}
