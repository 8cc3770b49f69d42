import { type NotificationPlace, type Role, roleAtLeast } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import { type DocumentStanding, documentStandings } from '../access/documentStandings';
import { roleIn } from '../access/spaceRoles';
import { messageExcerpt } from '../conversation/messageExcerpt';
import { accountOf, type Operation } from '../operation';
import type { NotificationRow } from './notificationRow';

interface SpaceRow {
  id: string;
  name: string;
  organisationId: string;
  role: Role | null;
}

interface MessageRow {
  id: string;
  seq: number;
  body: string;
}

/**
 * Where each of the notifications happened, as the caller may see it now: null where they may not, where it is gone, and
 * for a request that is no longer theirs to answer. Three queries, however many.
 */
export async function readPlaces(
  op: Operation,
  rows: readonly NotificationRow[],
): Promise<(NotificationPlace | null)[]> {
  const spaces = await readSpaces(op, [...new Set(rows.map(({ spaceId }) => spaceId))]);
  const documents = await readDocuments(op, idsOf(rows, 'documentId'));
  const messages = await readMessages(op, idsOf(rows, 'messageId'));
  return rows.map(({ kind, spaceId, documentId, messageId }) => {
    const document = documentId === null ? null : documents.get(documentId);
    const space = spaces.get(spaceId);
    if (documentId !== null) {
      if (!document || !can(op.actor, 'document', 'read', document)) return null;
      if (kind === 'request' && !roleAtLeast(document.role, 'owner')) return null;
      return { spaceId: document.spaceId, documentId, message: null, title: document.title };
    }
    if (!space || !can(op.actor, 'space', 'read', space)) return null;
    if (kind === 'request' && !roleAtLeast(space.role, 'owner')) return null;
    const place = { spaceId, documentId: null, title: space.name };
    if (messageId === null) return { ...place, message: null };
    const message = messages.get(messageId);
    if (!message) return null;
    return { ...place, message: { id: message.id, seq: message.seq, excerpt: messageExcerpt(message.body) } };
  });
}

function idsOf(rows: readonly NotificationRow[], field: 'documentId' | 'messageId'): string[] {
  return [...new Set(rows.flatMap((row) => row[field] ?? []))];
}

async function readSpaces(op: Operation, ids: readonly string[]): Promise<Map<string, SpaceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<SpaceRow>(
    op.db,
    Prisma.sql`SELECT s.id, s.name, s.organisation_id AS "organisationId", ${roleIn(op, Prisma.sql`s.id`)} AS role
      FROM spaces s WHERE s.id = ANY(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function readDocuments(op: Operation, ids: readonly string[]): Promise<Map<string, DocumentStanding>> {
  const { userId } = accountOf(op);
  const claims = ids.map((documentId) => ({ userId, documentId }));
  const standings = await documentStandings(op.db, claims, op.now);
  return new Map(ids.flatMap((id, index) => (standings[index] ? [[id, standings[index]]] : [])));
}

async function readMessages(op: Operation, ids: readonly string[]): Promise<Map<string, MessageRow>> {
  if (ids.length === 0) return new Map();
  const rows = await op.db.message.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true, seq: true, body: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
