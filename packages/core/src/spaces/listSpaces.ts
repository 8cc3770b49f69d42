import type { HandlerQuery, Page, SpaceSummary } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentSpaces, readSpaceRows } from './spaceRow';

const LIST = 'spaces';
const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * The caller's spaces, last active first. Three or four queries, however many spaces.
 * @throws DomainError invalid_cursor
 */
export async function listSpaces(
  op: Operation,
  { cursor, limit }: HandlerQuery<'GET /spaces'>,
): Promise<Page<SpaceSummary>> {
  const after = decodeCursor(LIST, Key, cursor);
  const filter = after
    ? Prisma.sql`AND (s.last_activity_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await readSpaceRows(op, filter, limit + 1);
  const { items, nextCursor } = pageOf(
    rows,
    limit,
    LIST,
    ({ lastActivityAt, id }) => [lastActivityAt.toISOString(), id],
    (row) => row,
  );
  return { items: await presentSpaces(op, items), nextCursor };
}
