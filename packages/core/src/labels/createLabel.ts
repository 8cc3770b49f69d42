import { DomainError, type HandlerBody, type Label, LIMITS } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { areOrdered } from '@hemicycle/policies';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { lockLabels, requireFreeName, writeRanks } from './organisationLabels';

/**
 * Adds a label to the organisation, at the strictest place what it permits leaves it.
 * @throws DomainError forbidden, step_up_required, name_taken, conflict (too many), label_order (there is no such place)
 */
export async function createLabel(
  op: Operation,
  input: HandlerBody<'POST /organisation/labels'>,
): Promise<Label> {
  return inTransaction(op, async (op) => {
    const { organisationId, labels } = await lockLabels(op);
    if (labels.length >= LIMITS.labels) throw new DomainError('conflict', 'labels');
    requireFreeName(labels, input.name);
    const born = { id: newId(), key: null, ...input, isDefault: false };
    const rank = placeOf(labels, { ...born, rank: labels.length });
    await op.db.label.create({
      data: { ...born, organisationId, rank, createdAt: op.now },
      select: { id: true },
    });
    await writeRanks(op, labels.toSpliced(rank, 0, { ...born, rank }));
    await audit(
      op,
      'label.created',
      { type: 'organisation', id: organisationId },
      { labelId: born.id, ...input },
    );
    return { ...born, rank };
  });
}

function placeOf(labels: readonly Label[], label: Label): number {
  for (let place = labels.length; place >= 0; place -= 1) {
    if (areOrdered(labels.toSpliced(place, 0, label))) return place;
  }
  throw new DomainError('label_order');
}
