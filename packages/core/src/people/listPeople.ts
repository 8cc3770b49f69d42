import type { HandlerQuery, Page, Person } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { z } from 'zod';
import { authorize } from '../access/authorize';
import { ownMembers } from '../access/ownMembers';
import { spaceAccess } from '../access/spaceAccess';
import { welcomeIn } from '../access/welcomeIn';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { prefixQuery } from '../search/prefixQuery';
import { foundPeople, knownPeople, type PersonRow, personColumns, presentDirectoryPerson } from './personRow';

const LIST = 'people';
const Key = z.tuple([z.string(), z.uuid()]);

/**
 * People by name, without disabled accounts; of their names, titles and addresses each word typed is a beginning.
 * Guests find only the people they share a space with, members besides their own organisation those of others they do,
 * and both only by their names. With `notInSpace`: who may be added there.
 * @throws DomainError invalid_cursor, not_found (`notInSpace`)
 */
export async function listPeople(
  op: Operation,
  { q, notInSpace, cursor, limit }: HandlerQuery<'GET /people'>,
): Promise<Page<Person>> {
  if (notInSpace !== undefined) {
    authorize(op.actor, 'space', 'read', (await spaceAccess(op, notInSpace)).state);
  }
  const after = decodeCursor(LIST, Key, cursor);
  const typed = q === undefined || q === '' ? undefined : prefixQuery(q, 'every');
  if (typed === null) return { items: [], nextCursor: null };
  const filters = [
    await knownPeople(op),
    Prisma.sql`u.disabled_at IS NULL`,
    ...(typed ? [foundPeople(op, typed)] : []),
    ...(after ? [Prisma.sql`(u.sort_name, u.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
    ...(notInSpace === undefined
      ? []
      : [Prisma.sql`u.id NOT IN (${ownMembers(op, notInSpace)})`, welcomeIn(notInSpace)]),
  ];
  const rows = await readRows<PersonRow>(
    op.db,
    Prisma.sql`
    SELECT ${personColumns(op)} FROM users u WHERE ${Prisma.join(filters, ' AND ')}
    ORDER BY u.sort_name, u.id LIMIT ${limit + 1}`,
  );
  return pageOf(
    rows,
    limit,
    LIST,
    ({ sortName, id }) => [sortName, id],
    (row) => presentDirectoryPerson(op, row),
  );
}
