import { LIMITS, type Role } from '@hemicycle/contracts';
import { type Db, Prisma, readRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import { highestRole } from './highestRole';

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
  readonly user: { id: string; name: string; hue: number };
  /** Null without a document id, or when there is no such document. */
  readonly document: { spaceId: string; epoch: number; state: ResourceStates['document'] } | null;
}

interface Row {
  signed_in: boolean;
  name: string;
  hue: number;
  space_id: string | null;
  epoch: number | null;
  trashed: boolean;
  roles: Role[];
}

/**
 * The standing of each claim, in order: at admission and at every re-check, for many sockets in one query. Grants are
 * read as `documentAccess` reads them. Null where session and account do not belong together.
 */
export async function socketStandings(
  db: Db,
  claims: readonly SocketClaim[],
  now: Date,
): Promise<(SocketStanding | null)[]> {
  if (claims.length === 0) return [];
  const sessions = claims.map((claim) => claim.sessionId);
  const users = claims.map((claim) => claim.userId);
  const documents = claims.map((claim) => claim.documentId);
  // Asked for every open socket every few seconds: straight to the driver.
  const rows = await readRows<Row & { place: number }>(
    db,
    Prisma.sql`
    WITH RECURSIVE claims AS (
      SELECT * FROM unnest(${sessions}::uuid[], ${users}::uuid[], ${documents}::uuid[])
        WITH ORDINALITY AS c(session_id, user_id, document_id, place)
    ), line AS (
      SELECT d.id AS document_id, d.id, d.parent_id, 1 AS depth
      FROM documents d WHERE d.id IN (SELECT document_id FROM claims)
      UNION ALL
      SELECT line.document_id, d.id, d.parent_id, line.depth + 1
      FROM documents d JOIN line ON d.id = line.parent_id WHERE line.depth <= ${LIMITS.documentDepth}
    )
    SELECT c.place::int AS place, u.name, u.hue, d.space_id, d.epoch, d.trashed_at IS NOT NULL AS trashed,
      (s.ended_at IS NULL AND s.expires_at > ${now} AND u.disabled_at IS NULL) AS signed_in,
      ARRAY(
        SELECT g.role::text FROM grants g
        WHERE g.user_id = c.user_id AND (g.expires_at IS NULL OR g.expires_at > ${now})
          AND ((g.resource_type = 'space' AND g.resource_id = d.space_id)
            OR (g.resource_type = 'document'
              AND g.resource_id IN (SELECT id FROM line WHERE line.document_id = c.document_id)))
      ) AS roles
    FROM claims c
    JOIN sessions s ON s.id = c.session_id AND s.user_id = c.user_id
    JOIN users u ON u.id = c.user_id
    LEFT JOIN documents d ON d.id = c.document_id`,
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return claims.map((claim, index) => {
    const row = byPlace.get(index + 1);
    return row ? standing(claim, row) : null;
  });
}

function standing(claim: SocketClaim, row: Row): SocketStanding {
  return {
    signedIn: row.signed_in,
    user: { id: claim.userId, name: row.name, hue: row.hue },
    document:
      row.space_id === null || row.epoch === null
        ? null
        : {
            spaceId: row.space_id,
            epoch: row.epoch,
            state: { role: highestRole(row.roles), trashed: row.trashed },
          },
  };
}
