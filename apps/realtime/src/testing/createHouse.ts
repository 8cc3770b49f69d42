import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { publishRow } from '@hemicycle/bus';
import { EMPTY_UPDATE } from '@hemicycle/collab/protocol';
import type { LiveEvent, Role, Topic } from '@hemicycle/contracts';
import { Pool } from 'pg';
import * as Y from 'yjs';

/** A signed-in account. */
export interface Resident {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly hue: number;
}

/** People, spaces and documents in a test's own database, written as the product would. */
export type House = ReturnType<typeof createHouse>;

export function createHouse(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // Databases are dropped under their connections.
  pool.on('error', () => undefined);
  const organisationId = randomUUID();
  const query = (text: string, values: unknown[] = []) => pool.query(text, values);
  let founding: Promise<unknown> | null = null;
  const found = (): Promise<unknown> => {
    founding ??= query('INSERT INTO organisations (id, name, issuer) VALUES ($1, $2, $3)', [
      organisationId,
      'Test',
      `https://issuer.example/${organisationId}`,
    ]);
    return founding;
  };

  return {
    query,
    close: () => pool.end(),
    async person(name: string): Promise<Resident> {
      await found();
      return addPerson(pool, organisationId, name);
    },
    async space(): Promise<string> {
      await found();
      const id = randomUUID();
      await query('INSERT INTO spaces (id, organisation_id, name) VALUES ($1, $2, $3)', [
        id,
        organisationId,
        'Space',
      ]);
      return id;
    },
    async document(spaceId: string, owner: Resident): Promise<string> {
      const id = randomUUID();
      await query(
        `INSERT INTO documents (id, space_id, position, title, created_by_id) VALUES ($1, $2, 'a0', 'Title', $3)`,
        [id, spaceId, owner.userId],
      );
      return id;
    },
    /** Gives, changes or (null) takes away a role on a space, with the event that goes with it unless told not to. */
    grant: (spaceId: string, person: Resident, role: Role | null, options: GrantOptions = {}) =>
      setRole(pool, spaceId, person, { role, ...options }),
    async publish(topic: Topic, event: LiveEvent): Promise<void> {
      await publishRow(pool, topic, event, true);
    },
    ticket: (person: Resident, documentId: string | null) => addTicket(pool, person, documentId),
    stored: (documentId: string) => readStored(pool, documentId),
  };
}

async function addPerson(pool: Pool, organisationId: string, name: string): Promise<Resident> {
  const resident = { userId: randomUUID(), sessionId: randomUUID(), name, hue: 120 };
  await pool.query(
    `INSERT INTO users (id, organisation_id, issuer, subject, name, sort_name, email, hue)
     VALUES ($1, $2, 'https://issuer.example', $3, $4, $4, $5, 120)`,
    [resident.userId, organisationId, randomUUID(), name, `${name}@example.org`],
  );
  await pool.query(
    `INSERT INTO sessions (id, user_id, token_hash, keycloak_sid, issuer, auth_time, expires_at)
     VALUES ($1, $2, $3, $4, 'https://issuer.example', now(), now() + interval '1 hour')`,
    [resident.sessionId, resident.userId, randomBytes(32), randomUUID()],
  );
  return resident;
}

async function setRole(
  pool: Pool,
  spaceId: string,
  { userId }: Resident,
  { role, expiresAt, silent }: GrantOptions & { readonly role: Role | null },
): Promise<void> {
  // In one statement: nobody is without a role in between.
  await pool.query(
    `WITH gone AS (DELETE FROM grants WHERE resource_id = $2 AND user_id = $3 AND $4::"Role" IS NULL)
     INSERT INTO grants (id, resource_type, resource_id, user_id, role, expires_at)
     SELECT $1, 'space', $2, $3, $4::"Role", $5 WHERE $4::"Role" IS NOT NULL
     ON CONFLICT (resource_type, resource_id, user_id) DO UPDATE SET role = excluded.role, expires_at = excluded.expires_at`,
    [randomUUID(), spaceId, userId, role, expiresAt ?? null],
  );
  if (!silent) await publishRow(pool, `user:${userId}`, { type: 'access.changed', userId, spaceId }, true);
}

/** For live events when there is no document. */
async function addTicket(pool: Pool, { sessionId }: Resident, documentId: string | null): Promise<string> {
  const ticket = randomBytes(32).toString('base64url');
  const purpose = documentId === null ? 'events' : 'document';
  await pool.query(
    `INSERT INTO tickets (token_hash, session_id, purpose, document_id, expires_at)
     VALUES ($1, $2, $3, $4, now() + interval '30 seconds')`,
    [createHash('sha256').update(ticket).digest(), sessionId, purpose, documentId],
  );
  return ticket;
}

/** What the database holds of a document: compacted base and every row above it. */
async function readStored(pool: Pool, documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const base = await pool.query('SELECT state, through_seq FROM document_snapshots WHERE document_id = $1', [
    documentId,
  ]);
  Y.applyUpdate(doc, base.rows[0]?.state ?? EMPTY_UPDATE);
  const rows = await pool.query('SELECT update FROM document_updates WHERE document_id = $1 AND seq > $2', [
    documentId,
    base.rows[0]?.through_seq ?? 0,
  ]);
  for (const row of rows.rows) Y.applyUpdate(doc, row.update);
  return doc;
}

interface GrantOptions {
  readonly expiresAt?: Date;
  /** Without the event: only the timed re-check can notice. */
  readonly silent?: boolean;
}
