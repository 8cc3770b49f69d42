import { DomainError, type Role } from '@hemicycle/contracts';
import { grantableRoles } from '@hemicycle/policies';
import type { Operation } from '../operation';
import type { LoadedSharing } from './loadSharing';

/**
 * Nobody gives more than they hold: neither a higher role nor for longer.
 * @throws DomainError more_than_held, forbidden (who may not share at all), invalid_input (an end in the past)
 */
export function requireGrantable(
  op: Operation,
  sharing: LoadedSharing,
  { role, expiresAt }: { role: Role; expiresAt: Date | null },
): void {
  const roles = grantableRoles(op.actor, sharing.state);
  if (roles.length === 0) throw new DomainError('forbidden', 'access.grant');
  if (!roles.includes(role)) throw new DomainError('more_than_held', 'role');
  if (expiresAt !== null && expiresAt <= op.now) {
    throw new DomainError('invalid_input', 'expiresAt', [{ path: 'body.expiresAt', message: 'is past' }]);
  }
  const until = sharing.until.get(role) ?? null;
  if (until !== null && (expiresAt === null || expiresAt > until)) {
    throw new DomainError('more_than_held', 'expiresAt');
  }
}
