import { DomainError, type HandlerBody, type Label } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { lockLabels, publishLabels, requireFreeName, requireOrder } from './organisationLabels';

type UpdateLabelInput = { labelId: string } & HandlerBody<'PATCH /organisation/labels/{labelId}'>;

/**
 * Changes what a label is called, looks like or permits. What it permits holds at once wherever it is: nothing is taken
 * away, and what was given is good for as much as the label leaves of it.
 * @throws DomainError forbidden, step_up_required, not_found, name_taken, label_order, invalid_input (one of the
 * organisation's own needs a name)
 */
export async function updateLabel(op: Operation, { labelId, ...given }: UpdateLabelInput): Promise<Label> {
  return inTransaction(op, async (op) => {
    const { organisationId, labels } = await lockLabels(op);
    const before = labels.find(({ id }) => id === labelId);
    if (before === undefined) throw new DomainError('not_found', 'label');
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const after: Label = { ...before, ...change };
    if (after.name === null && after.key === null) {
      throw new DomainError('invalid_input', 'name', [{ path: 'body.name', message: 'is needed' }]);
    }
    const others = labels.filter(({ id }) => id !== labelId);
    if (after.name !== null) requireFreeName(others, after.name);
    requireOrder(labels.map((label) => (label.id === labelId ? after : label)));
    if (after.isDefault && !before.isDefault) {
      await op.db.label.updateMany({
        where: { organisationId, isDefault: true },
        data: { isDefault: false },
      });
    }
    await op.db.label.update({ where: { id: labelId }, data: change, select: { id: true } });
    await audit(op, 'label.changed', { type: 'organisation', id: organisationId }, { before, after });
    await publishLabels(op);
    return after;
  });
}
