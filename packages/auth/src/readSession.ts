import { DomainError } from '@hemicycle/contracts';
import { type Database, type OrganisationRole, Prisma, readQuickRows } from '@hemicycle/db';
import { ANONYMOUS } from '@hemicycle/policies';
import type { Authentication } from './Auth';
import { hashSecret } from './secrets';
import { needsTouch, sessionExpiry } from './sessionTimes';

interface Row {
  id: string;
  user_id: string;
  organisation_id: string;
  organisation_role: OrganisationRole;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended: boolean;
  disabled: boolean;
}

/** The session of a cookie's secret, in one query; every few minutes its use is written down in a second one. */
export async function readSession(database: Database, secret: string, now: Date): Promise<Authentication> {
  const [row] = await readQuickRows<Row>(
    database,
    Prisma.sql`
    SELECT s.id, s.user_id, u.organisation_id, u.organisation_role::text AS organisation_role, s.created_at,
      s.last_seen_at, s.expires_at, s.ended_at IS NOT NULL AS ended, u.disabled_at IS NOT NULL AS disabled
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ${hashSecret(secret)}`,
  );
  if (row === undefined) return refused('sign_in_required');
  if (row.disabled) return refused('account_disabled');
  if (row.ended || row.expires_at <= now) return refused('session_expired');
  if (needsTouch(row.last_seen_at, now)) {
    await database.session.updateMany({
      where: { id: row.id, endedAt: null },
      data: { lastSeenAt: now, expiresAt: sessionExpiry(row.created_at, now) },
    });
  }
  const actor = {
    kind: 'account',
    userId: row.user_id,
    organisationId: row.organisation_id,
    organisationRole: row.organisation_role,
    sessionId: row.id,
  } as const;
  return { actor, refusal: null };
}

function refused(code: 'sign_in_required' | 'account_disabled' | 'session_expired'): Authentication {
  return { actor: ANONYMOUS, refusal: new DomainError(code) };
}
