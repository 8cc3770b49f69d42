import { DomainError } from '@hemicycle/contracts';
import type { Operation } from '../operation';

/**
 * A space is never left to nobody. Call it under `lockSpace`, before an owner goes.
 * @throws DomainError last_owner when no other owner who can sign in remains for good
 */
export async function requireOtherOwner(op: Operation, spaceId: string, userId: string): Promise<void> {
  const other = await op.db.grant.findFirst({
    where: {
      resourceType: 'space',
      resourceId: spaceId,
      role: 'owner',
      userId: { not: userId },
      expiresAt: null,
      user: { disabledAt: null },
    },
    select: { id: true },
  });
  if (other === null) throw new DomainError('last_owner');
}
