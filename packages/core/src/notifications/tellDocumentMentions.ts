import { Prisma, readRows } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import { documentStandings } from '../access/documentStandings';
import { inTransaction, type Operation } from '../operation';
import { notify } from './notify';

/** People told in one transaction. */
const AT_ONCE = 100;

interface Row {
  documentId: string;
  userId: string;
  count: number;
  namedById: string | null;
  organisationId: string;
  organisationRole: 'guest' | 'member' | 'administrator';
}

/**
 * Tells whoever a document names, and may read it, that it does. Who was told of the same document and has not looked
 * yet is not told again. Called by the system when a document was stored; of several processes each row goes to one.
 * @returns whether there may be more
 */
export async function tellDocumentMentions(op: Operation): Promise<boolean> {
  return inTransaction(op, async (op) => {
    const rows = await readRows<Row>(
      op.db,
      Prisma.sql`
      WITH untold AS (
        SELECT m.document_id, m.user_id FROM document_mentions m
        WHERE m.told_at IS NULL ORDER BY m.named_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      )
      UPDATE document_mentions m SET told_at = ${op.now} FROM untold t, users u
      WHERE m.document_id = t.document_id AND m.user_id = t.user_id AND u.id = m.user_id
      RETURNING m.document_id AS "documentId", m.user_id AS "userId", m.count, m.named_by_id AS "namedById",
        u.organisation_id AS "organisationId", u.organisation_role::text AS "organisationRole"`,
    );
    const standings = await documentStandings(op.db, rows, op.now);
    for (const [index, { documentId, userId, count, namedById, ...rest }] of rows.entries()) {
      const standing = standings[index];
      const person = { kind: 'account', userId, ...rest, sessionId: userId } as const;
      if (!standing || standing.trashed || !can(person, 'document', 'read', standing)) continue;
      const waiting = { userId, documentId, kind: 'mention', readAt: null } as const;
      if ((await op.db.notification.count({ where: waiting })) > 0) continue;
      const key = `document:${documentId}:${count}:${op.now.toISOString()}`;
      await notify(op, [userId], {
        kind: 'mention',
        actorId: namedById,
        spaceId: standing.spaceId,
        documentId,
        key,
      });
    }
    return rows.length === AT_ONCE;
  });
}
