import { DomainError, type HandlerBody, type Sharing } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { getSharing } from './getSharing';
import { loadSharing, type ResourceKey } from './loadSharing';
import { nodesBelow } from './nodesBelow';
import { peopleOfLinks } from './peopleOfLinks';
import { publishSharing } from './publishSharing';

type SetSharingPolicyInput = ResourceKey & HandlerBody<'PUT /access/{resourceType}/{resourceId}/policy'>;

/**
 * Says what others may share, and the most a link may be here and below. Links that are more open stay, and open no
 * more than what is now allowed.
 * @throws DomainError not_found, forbidden, invalid_input (editors share in a space, not in one document)
 */
export async function setSharingPolicy(op: Operation, input: SetSharingPolicyInput): Promise<Sharing> {
  const { resourceType, resourceId, editorsShare, linkReach, linkRole } = input;
  if (editorsShare && resourceType !== 'space') throw new DomainError('invalid_input', 'editorsShare');
  return inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, input, 'manage', { lock: true });
    const key = { resourceType, resourceId };
    const said = Object.entries({ editorsShare, linkReach, linkRole }).filter(
      ([, value]) => value !== undefined,
    );
    const policy = Object.fromEntries(said);
    await op.db.accessPolicy.upsert({
      where: { resourceType_resourceId: key },
      create: { ...key, ...policy },
      update: policy,
    });
    await audit(op, 'access.policy', { type: resourceType, id: resourceId }, policy);
    await publishSharing(op, sharing, peopleOfLinks(nodesBelow(key)));
    return getSharing(op, input);
  });
}
