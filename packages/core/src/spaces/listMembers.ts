import type { HandlerQuery, Member, Page } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentMember, readDirectMemberRows, readMemberRows } from './memberRow';

const LIST = 'members';
const Key = z.tuple([z.string(), z.uuid()]);

/**
 * Members of a space by name.
 * @throws DomainError not_found, invalid_cursor
 */
export async function listMembers(
  op: Operation,
  { spaceId, cursor, limit }: { spaceId: string } & HandlerQuery<'GET /spaces/{spaceId}/members'>,
): Promise<Page<Member>> {
  const after = decodeCursor(LIST, Key, cursor);
  const filter = after
    ? Prisma.sql`AND (u.sort_name, u.id) > (${after[0]}, ${after[1]}::uuid)`
    : Prisma.empty;
  // Read along with what decides about it, in the same journey: most spaces have neither a group nor a link.
  const [access, direct] = await Promise.all([
    spaceAccess(op, spaceId),
    readDirectMemberRows(op, spaceId, filter, limit + 1),
  ]);
  authorize(op.actor, 'space', 'read', access.state);
  const rows = access.indirect ? await readMemberRows(op, spaceId, filter, limit + 1) : direct;
  return pageOf(rows, limit, LIST, ({ sortName, id }) => [sortName, id], presentMember);
}
