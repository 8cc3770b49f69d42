import { LIMITS, type TicketRequest } from '@hemicycle/contracts';
import { BREAK_GLASS_ISSUER } from '@hemicycle/core';
import type { Database, OrganisationRole } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import type { TakenTicket } from './Auth';
import { hashSecret, newSecret } from './secrets';

export async function issueTicket(
  database: Database,
  actor: Account,
  request: TicketRequest,
  now: Date,
): Promise<{ ticket: string; expiresAt: Date }> {
  const ticket = newSecret();
  const expiresAt = new Date(now.getTime() + LIMITS.ticketSeconds * 1000);
  await database.ticket.create({
    data: {
      tokenHash: hashSecret(ticket),
      sessionId: actor.sessionId,
      purpose: request.purpose,
      documentId: request.purpose === 'document' ? request.documentId : null,
      expiresAt,
    },
    select: { sessionId: true },
  });
  return { ticket, expiresAt };
}

interface Row {
  purpose: TicketRequest['purpose'];
  document_id: string | null;
  session_id: string;
  session_expires_at: Date;
  user_id: string;
  organisation_id: string;
  organisation_role: OrganisationRole;
  break_glass: boolean;
}

/** Taking is deleting, so that of two takers at once one gets nothing. */
export async function takeTicket(database: Database, ticket: string, now: Date): Promise<TakenTicket | null> {
  const [row] = await database.$queryRaw<Row[]>`
    WITH taken AS (
      DELETE FROM tickets WHERE token_hash = ${hashSecret(ticket)}
      RETURNING session_id, purpose, document_id, expires_at
    )
    SELECT t.purpose, t.document_id, t.session_id, s.expires_at AS session_expires_at, s.user_id,
      u.organisation_id, u.organisation_role::text AS organisation_role,
      s.issuer = ${BREAK_GLASS_ISSUER} AS break_glass
    FROM taken t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
    WHERE t.expires_at > ${now} AND s.ended_at IS NULL AND s.expires_at > ${now} AND u.disabled_at IS NULL`;
  if (row === undefined) return null;
  return {
    actor: {
      kind: 'account',
      userId: row.user_id,
      organisationId: row.organisation_id,
      organisationRole: row.organisation_role,
      sessionId: row.session_id,
      ...(row.break_glass ? { breakGlass: true } : {}),
    },
    purpose: row.purpose,
    documentId: row.document_id,
    sessionExpiresAt: row.session_expires_at,
  };
}
