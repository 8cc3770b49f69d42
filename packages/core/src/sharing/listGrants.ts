import type { HandlerQuery, Page, SharedGrant } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentGrants, readGrantRows } from './grantRow';
import { loadSharing, type ResourceKey } from './loadSharing';

const LIST = 'grants';
const Key = z.tuple([z.uuid()]);

/**
 * Unexpired grants on a resource and on what is above it, oldest first.
 * @throws DomainError not_found, forbidden, invalid_cursor
 */
export async function listGrants(
  op: Operation,
  { cursor, limit, ...key }: ResourceKey & HandlerQuery<'GET /access/{resourceType}/{resourceId}/grants'>,
): Promise<Page<SharedGrant>> {
  const sharing = await loadSharing(op, key, 'read');
  const after = decodeCursor(LIST, Key, cursor);
  const filter = after ? Prisma.sql`AND g.id > ${after[0]}::uuid` : Prisma.empty;
  const rows = await readGrantRows(op, key, filter, limit + 1);
  const { items, nextCursor } = pageOf(
    rows,
    limit,
    LIST,
    ({ id }) => [id],
    (row) => row,
  );
  return { items: await presentGrants(op, sharing, items), nextCursor };
}
