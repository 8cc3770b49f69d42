import { DomainError, type Role } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { loadSharing } from '../sharing/loadSharing';
import { requireGrantable } from '../sharing/requireGrantable';

/**
 * Members are given no more than any grant may give: not above what the caller holds, nor for longer, and no guest owns.
 * @throws DomainError forbidden, more_than_held
 */
export async function requireGrantableMember(
  op: Operation,
  spaceId: string,
  { role, expiresAt, guest }: { role: Role; expiresAt: Date | null; guest: boolean },
): Promise<void> {
  const sharing = await loadSharing(op, { resourceType: 'space', resourceId: spaceId }, null);
  requireGrantable(op, sharing, { role, expiresAt });
  if (guest && role === 'owner') throw new DomainError('forbidden', 'a guest owns nothing');
}
