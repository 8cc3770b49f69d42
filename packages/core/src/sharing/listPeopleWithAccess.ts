import { type HandlerQuery, type Page, type PersonAccess, ROLES, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { z } from 'zod';
import { holders } from '../access/holders';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { type PersonRow, presentPerson } from '../people/presentPerson';
import { loadSharing, nodesOf, type ResourceKey } from './loadSharing';
import { sourcesOf } from './sourcesOf';

const LIST = 'people with access';
const Key = z.tuple([z.string(), z.uuid()]);
/** Against somebody who is in every group: reasons shown for one person. */
const REASONS = 10;

interface Reason {
  role: Role;
  expiresAt: string | null;
  resourceType: ResourceKey['resourceType'];
  resourceId: string;
  groupId: string | null;
  linkId: string | null;
}

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
  const reasons = page.items.flatMap((row) => row.reasons);
  const sourceOf = await sourcesOf(op, sharing, reasons);
  const groupIds = reasons.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]));
  const groups = await op.db.group.findMany({
    where: { id: { in: [...new Set(groupIds)] } },
    select: { id: true, name: true },
  });
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  const items = page.items.map((row) => ({
    person: presentPerson(row),
    role: row.role,
    reasons: row.reasons
      .toSorted((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role))
      .slice(0, REASONS)
      .map(({ role, expiresAt, groupId, linkId, ...on }) => ({
        way: wayOf({ groupId, linkId }),
        role,
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
        group: (groupId !== null && groupOf.get(groupId)) || null,
        source: sourceOf(on),
      })),
  }));
  return { items, nextCursor: page.nextCursor };
}

const wayOf = ({ groupId, linkId }: Pick<Reason, 'groupId' | 'linkId'>): 'grant' | 'group' | 'link' => {
  if (linkId !== null) return 'link';
  return groupId === null ? 'grant' : 'group';
};

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
      SELECT h.user_id, max(h.role) AS role, jsonb_agg(DISTINCT jsonb_build_object('role', h.role, 'expiresAt',
        h.expires_at, 'resourceType', h.type, 'resourceId', h.id, 'groupId', h.group_id, 'linkId', h.link_id)) AS reasons
      FROM ${holders(nodesOf(key), op.now)} h GROUP BY h.user_id
    ) m JOIN users u ON u.id = m.user_id
    WHERE u.disabled_at IS NULL ${filter}
    ORDER BY u.sort_name, u.id LIMIT ${limit}`,
  );
}
