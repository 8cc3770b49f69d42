import type { Group, HandlerQuery, Page } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import { authorize } from '../access/authorize';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { foldText } from '../search/foldText';
import { presentGroup, readGroupRows } from './groupRow';

const LIST = 'groups';
const Key = z.tuple([z.string(), z.uuid()]);

/**
 * Groups of the caller's organisation by name; with `q` those whose name begins with it.
 * @throws DomainError forbidden (guests), invalid_cursor
 */
export async function listGroups(
  op: Operation,
  { q, cursor, limit }: HandlerQuery<'GET /groups'>,
): Promise<Page<Group>> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'searchPeople', { organisationId });
  const after = decodeCursor(LIST, Key, cursor);
  const typed = q === undefined ? '' : foldText(q);
  const filters = [
    Prisma.sql`g.organisation_id = ${organisationId}::uuid`,
    ...(typed === '' ? [] : [Prisma.sql`starts_with(g.sort_name, ${typed})`]),
    ...(after ? [Prisma.sql`(g.sort_name, g.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ];
  const rows = await readGroupRows(op, Prisma.join(filters, ' AND '), limit + 1);
  return pageOf(
    rows,
    limit,
    LIST,
    ({ sortName, id }) => [sortName, id],
    (row) => presentGroup(op, row),
  );
}
