import { DomainError } from '@hemicycle/contracts';
import { BREAK_GLASS_ISSUER } from '@hemicycle/core';
import { type Database, type OrganisationRole, Prisma, readQuickRows } from '@hemicycle/db';
import { type Account, type Actor, ANONYMOUS } from '@hemicycle/policies';
import { hashSecret } from './secrets';
import { type SessionLimits, sessionEnd } from './sessionTimes';

interface Row {
  id: string;
  user_id: string;
  organisation_id: string;
  organisation_role: OrganisationRole;
  last_seen_at: Date;
  signed_in_at: Date;
  expires_at: Date;
  break_glass: boolean;
  ended: boolean;
  disabled: boolean;
}

/** What a cookie's secret stands for. */
export interface SessionReading {
  readonly actor: Actor;
  readonly refusal: DomainError | null;
  /** Of the session; the epoch where there is none. */
  readonly lastSeenAt: Date;
  readonly signedInAt: Date;
}

export interface SessionRules {
  /** For each kind of session; null: that kind does not count. */
  limitsOf(breakGlass: boolean): SessionLimits | null;
}

const NEVER = new Date(0);

/** The session of a cookie's secret, in one query. The one place that decides whether a session counts. */
export async function readSession(
  database: Database,
  rules: SessionRules,
  secret: string,
  now: Date,
): Promise<SessionReading> {
  const [row] = await readQuickRows<Row>(
    database,
    Prisma.sql`
    SELECT s.id, s.user_id, u.organisation_id, u.organisation_role::text AS organisation_role, s.last_seen_at,
      s.signed_in_at, s.expires_at, s.issuer = ${BREAK_GLASS_ISSUER} AS break_glass,
      s.ended_at IS NOT NULL AS ended, u.disabled_at IS NOT NULL AS disabled
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ${hashSecret(secret)}`,
  );
  if (row === undefined) return refused('sign_in_required');
  if (row.disabled) return refused('account_disabled');
  const limits = rules.limitsOf(row.break_glass);
  // The limits may have been made stricter since the row was written.
  const over =
    limits === null ||
    row.expires_at <= now ||
    row.last_seen_at.getTime() + limits.idleMs <= now.getTime() ||
    sessionEnd(limits, row.signed_in_at) <= now;
  if (row.ended || over) return refused('session_expired');
  const actor: Account = {
    kind: 'account',
    userId: row.user_id,
    organisationId: row.organisation_id,
    organisationRole: row.organisation_role,
    sessionId: row.id,
    ...(row.break_glass ? { breakGlass: true } : {}),
  };
  return { actor, refusal: null, lastSeenAt: row.last_seen_at, signedInAt: row.signed_in_at };
}

function refused(code: 'sign_in_required' | 'account_disabled' | 'session_expired'): SessionReading {
  return { actor: ANONYMOUS, refusal: new DomainError(code), lastSeenAt: NEVER, signedInAt: NEVER };
}
