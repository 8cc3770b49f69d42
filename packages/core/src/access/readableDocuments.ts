import { LIMITS, type Role } from '@hemicycle/contracts';
import { can } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { highestRole } from './highestRole';

export interface ReadableDocument {
  readonly id: string;
  readonly spaceId: string;
  readonly title: string;
  readonly editedAt: Date;
}

interface Row extends ReadableDocument {
  trashed: boolean;
  roles: Role[];
}

/**
 * Those of the documents the caller may read, by id; what does not exist or is not theirs is left out. One query for
 * all of them; the role of each is found as `documentAccess` does for one.
 */
export async function readableDocuments(
  op: Operation,
  documentIds: readonly string[],
): Promise<Map<string, ReadableDocument>> {
  if (documentIds.length === 0) return new Map();
  const { userId } = accountOf(op);
  const rows = await op.db.$queryRaw<Row[]>`
    WITH RECURSIVE line AS (
      SELECT id AS document_id, id, parent_id, 1 AS depth FROM documents WHERE id = ANY(${[...documentIds]}::uuid[])
      UNION ALL
      SELECT line.document_id, d.id, d.parent_id, line.depth + 1 FROM documents d JOIN line ON d.id = line.parent_id
      WHERE line.depth <= ${LIMITS.documentDepth}
    )
    SELECT d.id, d.space_id AS "spaceId", d.title, d.edited_at AS "editedAt", d.trashed_at IS NOT NULL AS trashed,
      ARRAY(
        SELECT g.role::text FROM grants g
        WHERE g.user_id = ${userId}::uuid AND (g.expires_at IS NULL OR g.expires_at > ${op.now})
          AND ((g.resource_type = 'space' AND g.resource_id = d.space_id)
            OR (g.resource_type = 'document'
              AND g.resource_id IN (SELECT line.id FROM line WHERE line.document_id = d.id)))
      ) AS roles
    FROM documents d WHERE d.id = ANY(${[...documentIds]}::uuid[])`;
  const readable = rows.filter(({ roles, trashed }) =>
    can(op.actor, 'document', 'read', { role: highestRole(roles), trashed }),
  );
  return new Map(readable.map(({ roles: _, trashed: __, ...document }) => [document.id, document]));
}
