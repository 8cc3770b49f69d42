import { DomainError } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { lockLabels, writeRanks } from './organisationLabels';

/**
 * Deletes a label that nothing carries, not even something in the trash, and new spaces do not either.
 * @throws DomainError forbidden, step_up_required, not_found, label_in_use
 */
export async function deleteLabel(op: Operation, { labelId }: { labelId: string }): Promise<void> {
  await inTransaction(op, async (op) => {
    const { organisationId, labels } = await lockLabels(op);
    const label = labels.find(({ id }) => id === labelId);
    if (label === undefined) throw new DomainError('not_found', 'label');
    if (label.isDefault) throw new DomainError('label_in_use', 'new spaces');
    // Whoever gives it to something now waits, and finds it gone.
    await op.db.$queryRaw`SELECT 1 FROM labels WHERE id = ${labelId}::uuid FOR UPDATE`;
    const spaces = await op.db.space.count({ where: { labelId } });
    const documents = await op.db.document.count({ where: { labelId } });
    if (spaces + documents > 0) throw new DomainError('label_in_use');
    await op.db.label.delete({ where: { id: labelId }, select: { id: true } });
    await writeRanks(
      op,
      labels.filter(({ id }) => id !== labelId),
    );
    await audit(
      op,
      'label.deleted',
      { type: 'organisation', id: organisationId },
      { labelId, name: label.name },
    );
  });
}
