import type { HandlerQuery, Page, SharedGrant } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import { z } from 'zod';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentGrants, readGrantRows } from './grantRow';
import { loadSharing, type ResourceKey } from './loadSharing';

const LIST = 'grants';
const Key = z.tuple([z.uuid()]);

/**
 * Unexpired grants on a resource and on what is above it, oldest first. Who may not see who else has access sees what
 * is their own: it is theirs to give up.
 * @throws DomainError not_found, invalid_cursor
 */
export async function listGrants(
  op: Operation,
  { cursor, limit, ...key }: ResourceKey & HandlerQuery<'GET /access/{resourceType}/{resourceId}/grants'>,
): Promise<Page<SharedGrant>> {
  const sharing = await loadSharing(op, key, null);
  const after = decodeCursor(LIST, Key, cursor);
  const own = can(op.actor, 'access', 'read', sharing.state)
    ? Prisma.empty
    : Prisma.sql`AND g.user_id = ${accountOf(op).userId}::uuid`;
  const filter = after ? Prisma.sql`${own} AND g.id > ${after[0]}::uuid` : own;
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
