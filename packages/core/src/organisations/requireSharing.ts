import { authorize } from '../access/authorize';
import { accountOf, type Operation } from '../operation';

/** @throws DomainError forbidden when the caller's organisation shares no spaces, or the caller is its guest */
export async function requireSharing(op: Operation): Promise<void> {
  const { organisationId } = accountOf(op);
  const { sharesSpaces } = await op.db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { sharesSpaces: true },
  });
  authorize(op.actor, 'organisation', 'shareSpaces', { organisationId, sharesSpaces });
}
