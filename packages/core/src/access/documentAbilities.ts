import type { Abilities } from '@hemicycle/contracts';
import { abilities, can } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { documentStandings } from './documentStandings';

/**
 * What the caller may do with each of the documents, by id; what they may not read (any more) is left out. One query
 * for all of them, whatever list they stand in.
 */
export async function documentAbilities(
  op: Operation,
  documentIds: readonly string[],
): Promise<Map<string, Abilities<'document'>>> {
  if (documentIds.length === 0) return new Map();
  const { userId } = accountOf(op);
  const claims = documentIds.map((documentId) => ({ userId, documentId }));
  const standings = await documentStandings(op.db, claims, op.now);
  return new Map(
    claims.flatMap(({ documentId }, index) => {
      const standing = standings[index];
      if (!standing || !can(op.actor, 'document', 'read', standing)) return [];
      return [[documentId, abilities(op.actor, 'document', standing)]];
    }),
  );
}
