import { LIMITS } from '@hemicycle/contracts';
import { documentStatesIn } from '../access/documentStatesIn';
import { accountOf, type Operation } from '../operation';
import type { SpaceRow } from './spaceRow';

/**
 * How many documents of a space the caller sees in its tree. Labels keep no member of its organisation out: for them it is
 * a count and nothing more.
 */
export async function countDocuments(
  op: Operation,
  { id: spaceId, organisationId, role }: Pick<SpaceRow, 'id' | 'organisationId' | 'role'>,
): Promise<number> {
  const where = { spaceId, trashedAt: null };
  const account = accountOf(op);
  if (account.organisationRole !== 'guest' && account.organisationId === organisationId) {
    return op.db.document.count({ where });
  }
  const rows = await op.db.document.findMany({
    where,
    select: { id: true },
    take: LIMITS.documentsPerSpace,
  });
  // The label of the space itself has let them in.
  const stateIn = await documentStatesIn(op, { spaceId, organisationId, role, label: null });
  return rows.filter(({ id }) => stateIn(id).role !== null).length;
}
