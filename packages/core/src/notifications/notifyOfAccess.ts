import type { ResourceType } from '@hemicycle/contracts';
import { accountOf, type Operation } from '../operation';
import { notify } from './notify';

interface SharedPlace {
  readonly spaceId: string;
  readonly resourceType: ResourceType;
  readonly resourceId: string;
}

/** Tells somebody that the caller gave them access, once for each grant. */
export async function notifyOfAccess(
  op: Operation,
  { spaceId, resourceType, resourceId }: SharedPlace,
  userId: string,
  grantId: string,
): Promise<void> {
  const documentId = resourceType === 'document' ? resourceId : null;
  const actorId = accountOf(op).userId;
  await notify(op, [userId], { kind: 'invitation', actorId, spaceId, documentId, key: `grant:${grantId}` });
}
