import type { ResourceLabels } from '@hemicycle/contracts';
import { audit } from '../audit';
import type { Operation } from '../operation';
import { labelsOn, rankOf } from './labelsOn';

/**
 * What was moved keeps at least the label that held for it where it was: moving is no way to lower one. Call with the
 * tree locked, after the move.
 */
export async function keepLabel(
  op: Operation,
  documentId: string,
  { effective: before }: Pick<ResourceLabels, 'effective'>,
): Promise<void> {
  if (before === null) return;
  const { effective: after } = await labelsOn(op, { resourceType: 'document', resourceId: documentId });
  if (rankOf(after) >= rankOf(before)) return;
  await op.db.document.update({
    where: { id: documentId },
    data: { labelId: before.id },
    select: { id: true },
  });
  await audit(op, 'label.kept', { type: 'document', id: documentId }, { labelId: before.id });
}
