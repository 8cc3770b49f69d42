import type { Abilities, LabelMark } from '@hemicycle/contracts';
import { abilities, can } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { documentStandings } from './documentStandings';

/** What a list says of a document beside what it is. */
export interface DocumentRights {
  readonly abilities: Abilities<'document'>;
  readonly label: LabelMark | null;
}

/**
 * What the caller may do with each of the documents, and the labels that hold there, by id; what they may not read (any
 * more) is left out. One query for all of them, whatever list they stand in.
 */
export async function documentAbilities(
  op: Operation,
  documentIds: readonly string[],
): Promise<Map<string, DocumentRights>> {
  if (documentIds.length === 0) return new Map();
  const { userId } = accountOf(op);
  const claims = documentIds.map((documentId) => ({ userId, documentId }));
  const standings = await documentStandings(op.db, claims, op.now);
  return new Map(
    claims.flatMap(({ documentId }, index) => {
      const standing = standings[index];
      if (!standing || !can(op.actor, 'document', 'read', standing)) return [];
      const { label } = standing;
      return [[documentId, { abilities: abilities(op.actor, 'document', standing), label }]];
    }),
  );
}
