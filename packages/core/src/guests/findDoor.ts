import { DomainError, type ResourceType } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { live } from '../access/holdings';
import { linkBounds, linkTerms } from '../access/linkTerms';
import type { Operation } from '../operation';
import { hashLinkToken } from '../sharing/linkSecrets';

/** A way in that is open now. */
export interface Door {
  readonly way: 'mail' | 'link';
  readonly organisationId: string;
  readonly organisation: string;
  readonly invitedBy: string | null;
  readonly inviterId: string;
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly spaceId: string;
  readonly title: string;
  /** Of who was invited; null: whoever comes. */
  readonly guest: {
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly entered: boolean;
  } | null;
  readonly needsCode: boolean;
  readonly passwordHash: string | null;
}

/**
 * The way in a secret opens. One that never was, was used, has expired, or leads to what was taken back is the same.
 * @throws DomainError not_found
 */
export async function findDoor(op: Operation, token: string): Promise<Door> {
  const door = (await findInvitation(op, token)) ?? (await findOpenLink(op, token));
  if (door === null) throw new DomainError('not_found', 'way in');
  return door;
}

interface InvitationRow extends Omit<Door, 'way' | 'guest' | 'passwordHash'> {
  userId: string;
  name: string;
  email: string;
  entered: boolean;
}

/** SQL joins from a resource in scope as `alias` to its place: `d`, which is null for a space, and `s`. */
function placeOf(alias: string): Prisma.Sql {
  const type = Prisma.raw(`${alias}.resource_type`);
  const id = Prisma.raw(`${alias}.resource_id`);
  return Prisma.sql`LEFT JOIN documents d ON ${type} = 'document' AND d.id = ${id}
    JOIN spaces s ON s.id = coalesce(d.space_id, ${id})`;
}

async function findInvitation(op: Operation, token: string): Promise<Door | null> {
  const [row] = await readRows<InvitationRow>(
    op.db,
    Prisma.sql`
    SELECT t.resource_type::text AS "resourceType", t.resource_id AS "resourceId", s.id AS "spaceId",
      coalesce(d.title, s.name) AS title, o.id AS "organisationId", o.name AS organisation, i.name AS "invitedBy",
      g.invited_by_id AS "inviterId", u.id AS "userId", u.name, u.email, g.entered_at IS NOT NULL AS entered,
      g.needs_code AS "needsCode"
    FROM guest_tokens t JOIN guests g ON g.user_id = t.user_id JOIN users u ON u.id = g.user_id
    JOIN organisations o ON o.id = u.organisation_id LEFT JOIN users i ON i.id = g.invited_by_id
    ${placeOf('t')}
    CROSS JOIN LATERAL (${linkBounds(Prisma.sql`t.resource_type`, Prisma.sql`t.resource_id`)}) bounds
    WHERE t.token_hash = ${hashLinkToken(token)} AND t.used_at IS NULL AND t.expires_at > ${op.now}
      AND u.disabled_at IS NULL AND d.trashed_at IS NULL AND bounds.guests
      AND (EXISTS (SELECT FROM grants h WHERE h.user_id = u.id AND h.resource_type = t.resource_type
          AND h.resource_id = t.resource_id AND ${live('h', op.now)})
        OR EXISTS (SELECT FROM link_openings p JOIN links l ON l.id = p.link_id
          CROSS JOIN LATERAL (${linkTerms()}) terms WHERE p.user_id = u.id AND l.resource_type = t.resource_type
          AND l.resource_id = t.resource_id AND terms.reach = 'anyone' AND ${live('l', op.now)}))`,
  );
  if (row === undefined) return null;
  const { userId, name, email, entered, ...door } = row;
  return { ...door, way: 'mail', guest: { userId, name, email, entered }, passwordHash: null };
}

async function findOpenLink(op: Operation, token: string): Promise<Door | null> {
  const [row] = await readRows<Omit<Door, 'way' | 'guest'>>(
    op.db,
    Prisma.sql`
    SELECT l.resource_type::text AS "resourceType", l.resource_id AS "resourceId", s.id AS "spaceId",
      coalesce(d.title, s.name) AS title, o.id AS "organisationId", o.name AS organisation, NULL AS "invitedBy",
      l.created_by_id AS "inviterId", l.guest_code AS "needsCode", l.password_hash AS "passwordHash"
    FROM links l CROSS JOIN LATERAL (${linkTerms()}) t ${placeOf('l')}
    JOIN organisations o ON o.id = s.organisation_id
    WHERE l.token_hash = ${hashLinkToken(token)} AND ${live('l', op.now)} AND t.reach = 'anyone'
      AND t.guests AND d.trashed_at IS NULL`,
  );
  return row === undefined ? null : { ...row, way: 'link', guest: null };
}
