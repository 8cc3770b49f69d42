import type { Label } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { accountOf, type Operation } from '../operation';
import { organisationLabels } from './organisationLabels';

/** The labels of the caller's organisation, the most open first; as many as there may be. */
export async function listLabels(op: Operation): Promise<{ items: Label[] }> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'read', { organisationId });
  return { items: await organisationLabels(op, organisationId) };
}
