import { DomainError, LIMITS, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { highestRole } from './highestRole';

export interface DocumentAccess {
  readonly documentId: string;
  readonly spaceId: string;
  readonly epoch: number;
  readonly role: Role | null;
  readonly state: ResourceStates['document'];
}

interface Row {
  space_id: string;
  epoch: number;
  trashed: boolean;
  roles: Role[];
}

/**
 * What decides about a document: the strongest of the caller's unexpired grants on it, on the documents above it and
 * on its space. One query.
 * @throws DomainError sign_in_required, or not_found when there is no such document
 */
export async function documentAccess(op: Operation, documentId: string): Promise<DocumentAccess> {
  const { userId } = accountOf(op);
  const [row] = await readRows<Row>(
    op.db,
    Prisma.sql`
    WITH RECURSIVE line AS (
      SELECT id, parent_id, 1 AS depth FROM documents WHERE id = ${documentId}::uuid
      UNION ALL
      SELECT d.id, d.parent_id, line.depth + 1 FROM documents d JOIN line ON d.id = line.parent_id
      WHERE line.depth <= ${LIMITS.documentDepth}
    )
    SELECT d.space_id, d.epoch, d.trashed_at IS NOT NULL AS trashed,
      ARRAY(
        SELECT g.role::text FROM grants g
        WHERE g.user_id = ${userId}::uuid AND (g.expires_at IS NULL OR g.expires_at > ${op.now})
          AND ((g.resource_type = 'space' AND g.resource_id = d.space_id)
            OR (g.resource_type = 'document' AND g.resource_id IN (SELECT id FROM line)))
      ) AS roles
    FROM documents d WHERE d.id = ${documentId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found', 'document');
  const role = highestRole(row.roles);
  return { documentId, spaceId: row.space_id, epoch: row.epoch, role, state: { role, trashed: row.trashed } };
}
