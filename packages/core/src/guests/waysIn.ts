import { LIMITS, Locale, type ResourceType } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { live } from '../access/holdings';
import { linkBounds, linkTerms } from '../access/linkTerms';
import { readPreferences } from '../account/getMe';
import type { MailTaskOf } from '../mail/MailTask';
import { queueMail } from '../mail/queueMail';
import type { Operation } from '../operation';
import { hashLinkToken, newLinkToken } from '../sharing/linkSecrets';
import { GUEST_ISSUER } from './guestIdentity';

const DAY = 24 * 60 * 60 * 1000;
/** Against a mail that is a list: one mailbox, several organisations. */
const MOST_ACCOUNTS = 5;

export interface WayIn {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly organisation: string;
  readonly inviter: string;
  readonly resourceType: ResourceType;
  readonly title: string;
  /** When what it leads to ends; null: not by itself. */
  readonly until: Date | null;
}

interface HeldRow extends Omit<WayIn, 'token' | 'locale'> {
  userId: string;
  resourceId: string;
  locale: string;
  preferences: unknown;
}

/** SQL of what guests hold themselves, or by a link for anyone: the place it is in, and who they are. */
function held(op: Operation, filter: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id AS "userId", u.name, u.email, u.preferences, g.locale, o.name AS organisation, i.name AS inviter,
      h.resource_type::text AS "resourceType", h.resource_id AS "resourceId", coalesce(d.title, s.name) AS title,
      h.expires_at AS until
    FROM users u JOIN guests g ON g.user_id = u.id JOIN organisations o ON o.id = u.organisation_id
    JOIN users i ON i.id = g.invited_by_id
    CROSS JOIN LATERAL (
      SELECT r.resource_type, r.resource_id, r.expires_at, r.created_at FROM grants r
      WHERE r.user_id = u.id AND ${live('r', op.now)}
      UNION ALL
      SELECT l.resource_type, l.resource_id, l.expires_at, p.opened_at FROM link_openings p
      JOIN links l ON l.id = p.link_id CROSS JOIN LATERAL (${linkTerms()}) t
      WHERE p.user_id = u.id AND t.reach = 'anyone' AND ${live('l', op.now)}
    ) h
    LEFT JOIN documents d ON h.resource_type = 'document' AND d.id = h.resource_id
    JOIN spaces s ON s.id = coalesce(d.space_id, h.resource_id)
    CROSS JOIN LATERAL (${linkBounds(Prisma.sql`h.resource_type`, Prisma.sql`h.resource_id`)}) bounds
    WHERE bounds.guests AND u.issuer = ${GUEST_ISSUER} AND u.disabled_at IS NULL AND u.email <> '' AND d.trashed_at IS NULL AND ${filter}`;
}

/**
 * The way in of an invitation, made as its mail goes out: its secret is nowhere but in the mail. Null when there is
 * nothing to come in for any more.
 */
export async function makeInvitation(
  op: Operation,
  { userId, inviterId, resourceId }: MailTaskOf<'guestInvitation'>,
): Promise<WayIn | null> {
  const [row] = await readRows<HeldRow>(
    op.db,
    held(op, Prisma.sql`u.id = ${userId}::uuid AND h.resource_id = ${resourceId}::uuid LIMIT 1`),
  );
  if (row === undefined) return null;
  const inviter = await op.db.user.findUnique({ where: { id: inviterId }, select: { name: true } });
  return makeToken(op, { ...row, inviter: inviter?.name ?? row.inviter });
}

/** A new way in for each guest account of a mailbox, to what they were let into last; none when there is none. */
export async function makeWaysBack(op: Operation, email: string): Promise<WayIn[]> {
  const rows = await readRows<HeldRow>(
    op.db,
    Prisma.sql`SELECT * FROM (
      SELECT DISTINCT ON (x."userId") x.* FROM (${held(op, Prisma.sql`u.email = ${email} ORDER BY h.created_at DESC`)}) x
    ) y LIMIT ${MOST_ACCOUNTS}`,
  );
  const ways: WayIn[] = [];
  for (const row of rows) ways.push(await makeToken(op, row));
  return ways;
}

/** A new way in for a guest, to what they were let into last; null when they hold nothing any more. */
export async function makeWayBack(op: Operation, userId: string): Promise<WayIn | null> {
  const [row] = await readRows<HeldRow>(
    op.db,
    held(op, Prisma.sql`u.id = ${userId}::uuid ORDER BY h.created_at DESC LIMIT 1`),
  );
  return row === undefined ? null : makeToken(op, row);
}

/** Asks for a new way in. Whether there is anybody of that mailbox is only looked at when the mail would go out. */
export async function askForWayIn(
  op: Operation,
  { email, locale }: { email: string; locale: Locale },
): Promise<void> {
  await queueMail(op, { kind: 'guestReturn', email, locale }, { key: `guestReturn:${email}` });
}

async function makeToken(op: Operation, row: HeldRow): Promise<WayIn> {
  const { userId, resourceId, preferences, locale, ...way } = row;
  const token = newLinkToken();
  const longest = new Date(op.now.getTime() + LIMITS.guestTokenDays * DAY);
  await op.db.guestToken.create({
    data: {
      tokenHash: hashLinkToken(token),
      userId,
      resourceType: way.resourceType,
      resourceId,
      expiresAt: way.until !== null && way.until < longest ? way.until : longest,
    },
    select: { userId: true },
  });
  const asked = Locale.safeParse(locale);
  return {
    ...way,
    token,
    locale: readPreferences(preferences).locale ?? (asked.success ? asked.data : 'en'),
  };
}
