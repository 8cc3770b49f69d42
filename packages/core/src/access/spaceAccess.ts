import { DomainError, type Role } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { liveGrants } from './liveGrants';

export interface SpaceAccess {
  readonly spaceId: string;
  readonly organisationId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['space'];
}

/** The caller's role in a space by their own unexpired grant, or null; also when there is no such space. */
export async function spaceRole(op: Operation, spaceId: string): Promise<Role | null> {
  const grant = await op.db.grant.findFirst({
    where: { resourceType: 'space', resourceId: spaceId, ...liveGrants(op) },
    select: { role: true },
  });
  return grant?.role ?? null;
}

/**
 * What decides about a space.
 * @throws DomainError sign_in_required, or not_found when there is no such space
 */
export async function spaceAccess(op: Operation, spaceId: string): Promise<SpaceAccess> {
  accountOf(op);
  const [space, role] = await Promise.all([
    op.db.space.findUnique({ where: { id: spaceId }, select: { organisationId: true } }),
    spaceRole(op, spaceId),
  ]);
  if (space === null) throw new DomainError('not_found', 'space');
  const { organisationId } = space;
  return { spaceId, organisationId, role, state: { organisationId, role } };
}
