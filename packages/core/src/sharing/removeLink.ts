import { DomainError } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { loadSharing, type ResourceKey } from './loadSharing';
import { peopleOfLink } from './peopleOfLinks';
import { publishSharing } from './publishSharing';

/**
 * Takes the link back: nobody comes by it any more, and who came by it is out with the commit.
 * @throws DomainError not_found (also when there is none), forbidden
 */
export async function removeLink(op: Operation, key: ResourceKey): Promise<void> {
  await inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, key, 'manage', { lock: true });
    const { resourceType, resourceId } = sharing;
    const here = { resourceType, resourceId };
    await publishSharing(op, sharing, peopleOfLink(here));
    const { count } = await op.db.link.deleteMany({ where: here });
    if (count === 0) throw new DomainError('not_found', 'link');
    await audit(op, 'link.removed', { type: resourceType, id: resourceId });
  });
}
