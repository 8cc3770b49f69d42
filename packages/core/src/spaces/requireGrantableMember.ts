import type { Role } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { type LoadedSharing, loadSharing } from '../sharing/loadSharing';
import { requireGrantable } from '../sharing/requireGrantable';

/**
 * Members are given no more than any grant may give: not above what the caller holds, nor for longer.
 * @returns what decides about sharing the space
 * @throws DomainError forbidden, more_than_held
 */
export async function requireGrantableMember(
  op: Operation,
  spaceId: string,
  terms: { role: Role; expiresAt: Date | null },
): Promise<LoadedSharing> {
  const sharing = await loadSharing(op, { resourceType: 'space', resourceId: spaceId }, null);
  requireGrantable(op, sharing, terms);
  return sharing;
}
