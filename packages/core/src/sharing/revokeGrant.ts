import { DomainError } from '@hemicycle/contracts';
import { can } from '@hemicycle/policies';
import { spacesOfPeople } from '../access/spacesOfPeople';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { endMembership } from '../spaces/endMembership';
import { keepAnOwner } from './changeGrant';
import { grantState, loadGrant } from './grantRow';
import { loadSharing, type ResourceKey } from './loadSharing';
import { peopleOfSubject, publishSharing } from './publishSharing';

/**
 * Takes a grant back that stands on this very resource, or gives up one's own. Whoever is then in the space in no way
 * loses what they were granted in it one by one, too.
 * @throws DomainError not_found, forbidden, last_owner
 */
export async function revokeGrant(op: Operation, input: ResourceKey & { grantId: string }): Promise<void> {
  await inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, input, null, { lock: true });
    const grant = await loadGrant(op, input, input.grantId);
    const state = grantState(op, sharing, grant);
    if (!can(op.actor, 'grant', 'revoke', state)) {
      throw new DomainError(
        can(op.actor, 'grant', 'read', state) ? 'forbidden' : 'not_found',
        'grant.revoke',
      );
    }
    await keepAnOwner(op, grant, null);
    await op.db.grant.delete({ where: { id: grant.id }, select: { id: true } });
    const { userId, groupId, role } = grant;
    if (sharing.resourceType === 'space' && userId !== null) {
      const spaces = (await spacesOfPeople(op.db, [userId], op.now)).get(userId);
      if (!spaces?.has(sharing.spaceId)) await endMembership(op, sharing.spaceId, userId);
    }
    const resource = { type: sharing.resourceType, id: sharing.resourceId };
    await audit(op, 'access.revoked', resource, { userId, groupId, role });
    await publishSharing(op, sharing, peopleOfSubject(grant));
  });
}
