import type { Sharing } from '@hemicycle/contracts';
import { abilities, can, grantableRoles } from '@hemicycle/policies';
import { labelsOn } from '../labels/labelsOn';
import type { Operation } from '../operation';
import { readLink, readLinkRules } from './linkRow';
import { loadSharing, type ResourceKey } from './loadSharing';

/** @throws DomainError not_found, forbidden (who may read the resource, but not who else may) */
export async function getSharing(op: Operation, key: ResourceKey): Promise<Sharing> {
  const sharing = await loadSharing(op, key, 'read');
  const manages = can(op.actor, 'access', 'manage', sharing.state);
  const { policy, allowed } = await readLinkRules(op, sharing);
  const roles = grantableRoles(op.actor, sharing.state);
  return {
    resourceType: sharing.resourceType,
    resourceId: sharing.resourceId,
    spaceId: sharing.spaceId,
    title: sharing.title,
    grantableRoles: roles,
    grantableUntil: Object.fromEntries(
      roles.map((role) => [role, sharing.until.get(role)?.toISOString() ?? null]),
    ),
    editorsShare: sharing.state.editorsShare,
    link: manages ? await readLink(op, sharing) : null,
    linkPolicy: policy,
    linkAllowed: allowed,
    labels: await labelsOn(op, sharing),
    abilities: abilities(op.actor, 'access', sharing.state),
  };
}
