import {
  type HandlerQuery,
  LinkRole,
  type Page,
  type ResourceType,
  type WaitingRequest,
} from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { z } from 'zod';
import { callerSql, grantsOf } from '../access/holdings';
import { readableSpaceIds } from '../access/spaceRoles';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { type PersonRow, presentPerson } from '../people/presentPerson';

const LIST = 'waiting requests';
const Key = z.tuple([z.uuid()]);

interface Row {
  id: string;
  resourceType: ResourceType;
  resourceId: string;
  title: string;
  spaceName: string | null;
  role: string;
  message: string;
  createdAt: Date;
  person: PersonRow;
}

/**
 * Requests that wait for an answer and are the caller's to answer: for the spaces they own, what is in those, and the
 * documents they own one by one, with what is below. Oldest first, of people who can still sign in; without what lies in
 * the trash. One query.
 * @throws DomainError invalid_cursor
 */
export async function listWaitingRequests(
  op: Operation,
  { cursor, limit }: HandlerQuery<'GET /access/requests'>,
): Promise<Page<WaitingRequest>> {
  const after = decodeCursor(LIST, Key, cursor);
  // A guest answers nothing, whatever they were granted (`access.manage`).
  if (accountOf(op).organisationRole === 'guest') return { items: [], nextCursor: null };
  const rows = await readRows<Row>(
    op.db,
    Prisma.sql`
    WITH RECURSIVE owned AS MATERIALIZED (
      SELECT g.resource_type AS type, g.resource_id AS id FROM (${grantsOf(callerSql(op), op.now)}) g
      WHERE g.role = 'owner'
    ), below AS (
      SELECT id FROM owned WHERE type = 'document'
      UNION SELECT d.id FROM documents d JOIN below ON d.parent_id = below.id
    )
    SELECT r.id, r.resource_type::text AS "resourceType", r.resource_id AS "resourceId",
      coalesce(d.title, s.name) AS title, r.role::text AS role, r.message, r.created_at AS "createdAt",
      CASE WHEN s.id IN (${readableSpaceIds(op)}) THEN s.name END AS "spaceName",
      json_build_object('id', u.id, 'name', u.name, 'hue', u.hue, 'organisationRole', u.organisation_role) AS person
    FROM access_requests r JOIN users u ON u.id = r.user_id
    LEFT JOIN documents d ON r.resource_type = 'document' AND d.id = r.resource_id
    JOIN spaces s ON s.id = CASE WHEN r.resource_type = 'document' THEN d.space_id ELSE r.resource_id END
    WHERE r.answered_at IS NULL AND u.disabled_at IS NULL AND d.trashed_at IS NULL
      AND (s.id IN (SELECT id FROM owned WHERE type = 'space') OR d.id IN (SELECT id FROM below))
      ${after ? Prisma.sql`AND r.id > ${after[0]}::uuid` : Prisma.empty}
    ORDER BY r.id LIMIT ${limit + 1}`,
  );
  return pageOf(
    rows,
    limit,
    LIST,
    ({ id }) => [id],
    ({ createdAt, person, role, ...row }) => ({
      ...row,
      role: LinkRole.parse(role),
      since: createdAt.toISOString(),
      person: presentPerson(person),
    }),
  );
}
