import { can } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { documentStandings } from './documentStandings';

export interface ReadableDocument {
  readonly id: string;
  readonly spaceId: string;
  readonly title: string;
  readonly editedAt: Date;
}

/**
 * Those of the documents the caller may read, by id; what does not exist or is not theirs is left out. One query for
 * all of them.
 */
export async function readableDocuments(
  op: Operation,
  documentIds: readonly string[],
): Promise<Map<string, ReadableDocument>> {
  if (documentIds.length === 0) return new Map();
  const { userId } = accountOf(op);
  const claims = documentIds.map((documentId) => ({ userId, documentId }));
  const standings = await documentStandings(op.db, claims, op.now);
  return new Map(
    claims.flatMap(({ documentId: id }, index) => {
      const standing = standings[index];
      if (!standing || !can(op.actor, 'document', 'read', standing)) return [];
      const { spaceId, title, editedAt } = standing;
      return [[id, { id, spaceId, title, editedAt }]];
    }),
  );
}
