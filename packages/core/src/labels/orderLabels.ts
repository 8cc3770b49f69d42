import { DomainError, type HandlerBody, type Label } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { lockLabels, publishLabels, requireOrder, writeRanks } from './organisationLabels';

/**
 * Puts the labels of the organisation into another order.
 * @throws DomainError forbidden, step_up_required, conflict (they are others than the caller thinks), label_order
 */
export async function orderLabels(
  op: Operation,
  { labelIds }: HandlerBody<'PUT /organisation/labels/order'>,
): Promise<{ items: Label[] }> {
  return inTransaction(op, async (op) => {
    const { organisationId, labels } = await lockLabels(op);
    const ordered = labelIds.flatMap((id) => labels.find((label) => label.id === id) ?? []);
    if (new Set(ordered).size !== labels.length || labelIds.length !== labels.length) {
      throw new DomainError('conflict', 'labelIds');
    }
    requireOrder(ordered);
    await writeRanks(op, ordered);
    await audit(op, 'label.ordered', { type: 'organisation', id: organisationId }, { labelIds });
    await publishLabels(op);
    return { items: ordered.map((label, rank) => ({ ...label, rank })) };
  });
}
