import type { OrganisationPolicy } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';

/**
 * Says whether spaces may be shared between the caller's organisation and others. Taking it back lets nobody new in;
 * what is shared stays until it is ended space by space.
 * @throws DomainError forbidden, step_up_required
 */
export async function setOrganisationPolicy(
  op: Operation,
  { sharesSpaces }: OrganisationPolicy,
): Promise<OrganisationPolicy> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'administer', { organisationId });
  await requireRecentSignIn(op);
  await inTransaction(op, async (op) => {
    await op.db.organisation.update({
      where: { id: organisationId },
      data: { sharesSpaces },
      select: { id: true },
    });
    await audit(op, 'organisation.policy', { type: 'organisation', id: organisationId }, { sharesSpaces });
  });
  return { sharesSpaces };
}
