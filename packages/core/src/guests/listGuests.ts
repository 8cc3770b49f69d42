import type { GuestAccount, HandlerQuery, OrganisationRole, Page } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { z } from 'zod';
import { authorize } from '../access/authorize';
import { live } from '../access/holdings';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { presentPerson } from '../people/presentPerson';

const LIST = 'guests';
const Key = z.tuple([z.string(), z.uuid()]);

interface Row {
  id: string;
  name: string;
  hue: number;
  organisationRole: OrganisationRole;
  sortName: string;
  email: string;
  createdAt: Date;
  enteredAt: Date | null;
  lastSeenAt: Date | null;
  places: number;
  until: Date | null;
  inviterId: string | null;
  inviterName: string;
  inviterHue: number;
  inviterRole: OrganisationRole;
}

/**
 * Guests of the caller's organisation by name, with what they hold and until when.
 * @throws DomainError forbidden, invalid_cursor
 */
export async function listGuests(
  op: Operation,
  { cursor, limit }: HandlerQuery<'GET /guests'>,
): Promise<Page<GuestAccount>> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'administer', { organisationId });
  const after = decodeCursor(LIST, Key, cursor);
  const from = after ? Prisma.sql`AND (u.sort_name, u.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.empty;
  const rows = await readRows<Row>(
    op.db,
    Prisma.sql`
    SELECT u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole", u.sort_name AS "sortName", u.email,
      u.created_at AS "createdAt", g.entered_at AS "enteredAt", seen.at AS "lastSeenAt", h.places, h.until,
      i.id AS "inviterId", i.name AS "inviterName", i.hue AS "inviterHue", i.organisation_role::text AS "inviterRole"
    FROM (
      SELECT * FROM users u WHERE u.organisation_id = ${organisationId}::uuid AND u.organisation_role = 'guest'
        AND u.disabled_at IS NULL ${from} ORDER BY u.sort_name, u.id LIMIT ${limit + 1}
    ) u
    LEFT JOIN guests g ON g.user_id = u.id LEFT JOIN users i ON i.id = g.invited_by_id
    CROSS JOIN LATERAL (SELECT max(s.last_seen_at) AS at FROM sessions s WHERE s.user_id = u.id) seen
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS places, CASE WHEN bool_or(e.expires_at IS NULL) THEN NULL ELSE max(e.expires_at) END AS until
      FROM (
        SELECT r.expires_at FROM grants r WHERE r.user_id = u.id AND ${live('r', op.now)}
        UNION ALL SELECT l.expires_at FROM link_openings p JOIN links l ON l.id = p.link_id
          WHERE p.user_id = u.id AND ${live('l', op.now)}
      ) e
    ) h
    ORDER BY u.sort_name, u.id`,
  );
  return pageOf(rows, limit, LIST, ({ sortName, id }) => [sortName, id], presentGuest);
}

function presentGuest(row: Row): GuestAccount {
  const { inviterId, inviterName, inviterHue, inviterRole, email, places } = row;
  return {
    person: presentPerson(row),
    email,
    invitedBy:
      inviterId === null
        ? null
        : presentPerson({ id: inviterId, name: inviterName, hue: inviterHue, organisationRole: inviterRole }),
    since: row.createdAt.toISOString(),
    enteredAt: row.enteredAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    places,
    until: row.until?.toISOString() ?? null,
  };
}
