import { type AccessRequest, type HandlerQuery, LinkRole, type Page } from '@hemicycle/contracts';
import { z } from 'zod';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { PERSON, presentPerson } from '../people/presentPerson';
import { loadSharing, type ResourceKey } from './loadSharing';

const LIST = 'access requests';
const Key = z.tuple([z.uuid()]);

/**
 * Requests for a resource that wait for an answer, oldest first, of people who can still sign in.
 * @throws DomainError not_found, forbidden, invalid_cursor
 */
export async function listRequests(
  op: Operation,
  input: ResourceKey & HandlerQuery<'GET /access/{resourceType}/{resourceId}/requests'>,
): Promise<Page<AccessRequest>> {
  const { resourceType, resourceId, cursor, limit } = input;
  await loadSharing(op, input, 'manage');
  const after = decodeCursor(LIST, Key, cursor);
  const rows = await op.db.accessRequest.findMany({
    where: {
      resourceType,
      resourceId,
      answeredAt: null,
      user: { disabledAt: null },
      ...(after && { id: { gt: after[0] } }),
    },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: { id: true, role: true, message: true, createdAt: true, user: { select: PERSON } },
  });
  return pageOf(
    rows,
    limit,
    LIST,
    ({ id }) => [id],
    ({ id, role, message, createdAt, user }) => ({
      id,
      role: LinkRole.parse(role),
      message,
      person: presentPerson(user),
      since: createdAt.toISOString(),
    }),
  );
}
