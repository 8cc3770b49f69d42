import { type HandlerQuery, type Page, type PersonAccess, ROLES, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { z } from 'zod';
import { holders } from '../access/holders';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { type PersonRow, presentPerson } from '../people/presentPerson';
import { REASON, type Reason, reasonWords } from './accessReasons';
import { loadSharing, nodesOf, type ResourceKey } from './loadSharing';

const LIST = 'people with access';
const Key = z.tuple([z.string(), z.uuid()]);
/** Against somebody who is in every group: reasons shown for one person. */
const REASONS = 10;

interface Row extends PersonRow {
  sortName: string;
  role: Role;
  reasons: Reason[];
}

/**
 * People who have access to a resource and can sign in, by name, with every reason why.
 * @throws DomainError not_found, forbidden, invalid_cursor
 */
export async function listPeopleWithAccess(
  op: Operation,
  { cursor, limit, ...key }: ResourceKey & HandlerQuery<'GET /access/{resourceType}/{resourceId}/people'>,
): Promise<Page<PersonAccess>> {
  const sharing = await loadSharing(op, key, 'read');
  const after = decodeCursor(LIST, Key, cursor);
  const page = pageOf(
    await readPeople(op, key, after, limit + 1),
    limit,
    LIST,
    ({ sortName, id }) => [sortName, id],
    (row) => row,
  );
  const told = await reasonWords(
    op,
    sharing,
    page.items.flatMap(({ reasons }) => reasons),
  );
  const items = page.items.map((row) => ({
    person: presentPerson(row),
    role: row.role,
    reasons: row.reasons
      .toSorted((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role))
      .slice(0, REASONS)
      .map(told),
  }));
  return { items, nextCursor: page.nextCursor };
}

async function readPeople(
  op: Operation,
  key: ResourceKey,
  after: z.infer<typeof Key> | undefined,
  limit: number,
): Promise<Row[]> {
  const filter = after
    ? Prisma.sql`AND (u.sort_name, u.id) > (${after[0]}, ${after[1]}::uuid)`
    : Prisma.empty;
  return readRows<Row>(
    op.db,
    Prisma.sql`
    SELECT u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole", u.sort_name AS "sortName",
      m.role::text AS role, m.reasons
    FROM (
      SELECT h.user_id, max(h.role) AS role, jsonb_agg(DISTINCT ${REASON}) AS reasons
      FROM ${holders(nodesOf(key), op.now)} h GROUP BY h.user_id
    ) m JOIN users u ON u.id = m.user_id
    WHERE u.disabled_at IS NULL ${filter}
    ORDER BY u.sort_name, u.id LIMIT ${limit}`,
  );
}
