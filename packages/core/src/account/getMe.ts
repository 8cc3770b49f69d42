import { DomainError, type Me, Preferences } from '@hemicycle/contracts';
import { Prisma, readQuickRows } from '@hemicycle/db';
import { abilities } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { type PersonRow, presentPerson } from '../people/presentPerson';
import { BREAK_GLASS_ISSUER } from '../sessions/breakGlassIssuer';

/** How a new account sees things: as its browser and system say. */
const DEFAULTS: Preferences = { locale: null, theme: 'system', contrast: 'system', motion: 'system' };

const StoredPreferences = Preferences.partial();

interface Row extends PersonRow {
  email: string;
  title: string | null;
  preferences: unknown;
  organisationName: string;
  sharesSpaces: boolean;
}

interface BreakGlassRow {
  since: Date;
  until: Date;
}

/** The signed-in account with its organisation. */
export async function getMe(op: Operation): Promise<Me> {
  const { userId, organisationId } = accountOf(op);
  const [user] = await readQuickRows<Row>(
    op.db,
    Prisma.sql`
      SELECT u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole", u.email, u.title, u.preferences,
        o.name AS "organisationName", o.shares_spaces AS "sharesSpaces"
      FROM users u JOIN organisations o ON o.id = u.organisation_id WHERE u.id = ${userId}::uuid`,
  );
  if (user === undefined) throw new DomainError('sign_in_required');
  return {
    ...presentPerson(user),
    email: user.email,
    title: user.title,
    organisation: {
      id: organisationId,
      name: user.organisationName,
      sharesSpaces: user.sharesSpaces,
      abilities: abilities(op.actor, 'organisation', { organisationId, sharesSpaces: user.sharesSpaces }),
    },
    organisationRole: user.organisationRole,
    preferences: readPreferences(user.preferences),
    breakGlass: user.organisationRole === 'administrator' ? await readBreakGlass(op) : null,
  };
}

/** Whether the break-glass administrator of the caller's organisation is signed in. */
async function readBreakGlass(op: Operation): Promise<Me['breakGlass']> {
  const { organisationId, breakGlass } = accountOf(op);
  const [row] = await readQuickRows<BreakGlassRow>(
    op.db,
    Prisma.sql`
      SELECT s.created_at AS since, s.expires_at AS until
      FROM users u JOIN sessions s ON s.user_id = u.id
      WHERE u.issuer = ${BREAK_GLASS_ISSUER} AND u.subject = ${organisationId}
        AND s.ended_at IS NULL AND s.expires_at > ${op.now}
      ORDER BY s.created_at DESC LIMIT 1`,
  );
  if (row === undefined) return null;
  return { own: breakGlass === true, since: row.since.toISOString(), until: row.until.toISOString() };
}

/** Stored preferences; what a newer or older version wrote and this one does not know falls back. */
export function readPreferences(stored: unknown): Preferences {
  const parsed = StoredPreferences.safeParse(stored);
  return { ...DEFAULTS, ...(parsed.success ? withoutUndefined(parsed.data) : {}) };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
