import { type Db, Prisma, readRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import { type DocumentStanding, documentStandings } from './documentStandings';

/** A socket that is open or wants to be: whose session it belongs to and, on a document socket, which document. */
export interface SocketClaim {
  readonly sessionId: string;
  readonly userId: string;
  readonly documentId: string | null;
}

/** What decides about such a socket now. */
export interface SocketStanding {
  /** The session has not ended or expired and the account is not disabled. */
  readonly signedIn: boolean;
  readonly user: { id: string; name: string; hue: number; guest: boolean };
  /** Null without a document id, or when there is no such document. */
  readonly document: { spaceId: string; epoch: number; state: ResourceStates['document'] } | null;
}

interface Row {
  place: number;
  signedIn: boolean;
  name: string;
  hue: number;
  guest: boolean;
}

/**
 * The standing of each claim, in order: at admission and at every re-check, for many sockets in two queries. Null
 * where session and account do not belong together.
 */
export async function socketStandings(
  db: Db,
  claims: readonly SocketClaim[],
  now: Date,
): Promise<(SocketStanding | null)[]> {
  if (claims.length === 0) return [];
  const documentClaims = claims.flatMap(({ userId, documentId }) =>
    documentId === null ? [] : [{ userId, documentId }],
  );
  const rows = await readSessions(db, claims, now);
  const documents = await documentStandings(db, documentClaims, now);
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  let next = 0;
  return claims.map(({ userId, documentId }, index) => {
    const document = documentId === null ? null : (documents[next++] ?? null);
    const row = byPlace.get(index + 1);
    if (!row) return null;
    const { signedIn, name, hue, guest } = row;
    return { signedIn, user: { id: userId, name, hue, guest }, document: presentDocument(document) };
  });
}

async function readSessions(db: Db, claims: readonly SocketClaim[], now: Date): Promise<Row[]> {
  const sessions = claims.map((claim) => claim.sessionId);
  const users = claims.map((claim) => claim.userId);
  return readRows<Row>(
    db,
    Prisma.sql`
    SELECT c.place::int AS place, u.name, u.hue, u.organisation_role = 'guest' AS guest,
      (s.ended_at IS NULL AND s.expires_at > ${now} AND u.disabled_at IS NULL) AS "signedIn"
    FROM unnest(${sessions}::uuid[], ${users}::uuid[]) WITH ORDINALITY AS c(session_id, user_id, place)
    JOIN sessions s ON s.id = c.session_id AND s.user_id = c.user_id
    JOIN users u ON u.id = c.user_id`,
  );
}

function presentDocument(standing: DocumentStanding | null): SocketStanding['document'] {
  if (standing === null) return null;
  const { spaceId, epoch, role, trashed, exportable } = standing;
  return { spaceId, epoch, state: { role, trashed, exportable } };
}
