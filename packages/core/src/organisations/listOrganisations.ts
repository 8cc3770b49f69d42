import type { HandlerQuery, OrganisationSummary, Page } from '@hemicycle/contracts';
import { z } from 'zod';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { requireSharing } from './requireSharing';

const LIST = 'organisations';
const Key = z.tuple([z.uuid()]);

/**
 * Other organisations that share spaces, in the order they came here; told only to members of one that does too.
 * @throws DomainError forbidden, invalid_cursor
 */
export async function listOrganisations(
  op: Operation,
  { cursor, limit }: HandlerQuery<'GET /organisations'>,
): Promise<Page<OrganisationSummary>> {
  await requireSharing(op);
  const after = decodeCursor(LIST, Key, cursor);
  const rows = await op.db.organisation.findMany({
    where: {
      sharesSpaces: true,
      id: { not: accountOf(op).organisationId },
      ...(after && { AND: { id: { gt: after[0] } } }),
    },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: { id: true, name: true },
  });
  return pageOf(
    rows,
    limit,
    LIST,
    ({ id }) => [id],
    (row) => row,
  );
}
