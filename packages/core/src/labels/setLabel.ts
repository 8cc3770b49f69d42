import { DomainError, type HandlerBody, type ResourceLabels } from '@hemicycle/contracts';
import { can } from '@hemicycle/policies';
import { audit } from '../audit';
import { lockTree } from '../documents/documentTree';
import { publish } from '../events/publish';
import { inTransaction, type Operation } from '../operation';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';
import { type LoadedSharing, loadSharing, type ResourceKey } from '../sharing/loadSharing';
import { publishSharing } from '../sharing/publishSharing';
import { labelsOn } from './labelsOn';
import { peopleUnderLabels } from './peopleUnderLabels';

type SetLabelInput = ResourceKey & HandlerBody<'PUT /access/{resourceType}/{resourceId}/label'>;

/**
 * Labels a space or a document, and with it everything below, at once. Raising is for who writes there; lowering is for
 * owners, says why, and asks for a recent sign-in. Nothing that was given is taken back: it is good for as much as the
 * label permits, and for all of it again when the label is lowered.
 * @throws DomainError not_found (also the label), forbidden, step_up_required, invalid_input (a reason is needed; a
 * space is not without a label again)
 */
export async function setLabel(op: Operation, input: SetLabelInput): Promise<ResourceLabels> {
  return changeLabel(op, input, async (op) => {
    await requireRecentSignIn(op);
    if (input.reason === undefined) {
      throw new DomainError('invalid_input', 'reason', [{ path: 'body.reason', message: 'is needed' }]);
    }
  });
}

/** The change itself. `beforeLowering`: what lowering asks for beside the right to; a preview asks for nothing. */
export async function changeLabel(
  op: Operation,
  { labelId, reason, ...key }: SetLabelInput,
  beforeLowering: (op: Operation) => Promise<void>,
): Promise<ResourceLabels> {
  return inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, key, 'read', { lock: true });
    // Nothing moves meanwhile: what moves keeps the label it stood under.
    if (sharing.resourceType === 'document') await lockTree(op, sharing.spaceId);
    const here = { resourceType: sharing.resourceType, resourceId: sharing.resourceId };
    const { own } = await labelsOn(op, here);
    const before = await rankIn(op, sharing, own?.id ?? null);
    const after = await rankIn(op, sharing, labelId);
    const lowers = after < before;
    if (!can(op.actor, 'access', lowers ? 'lowerLabel' : 'raiseLabel', sharing.state)) {
      throw new DomainError('forbidden', lowers ? 'access.lowerLabel' : 'access.raiseLabel');
    }
    if ((own?.id ?? null) === labelId) return labelsOn(op, here);
    if (labelId === null && here.resourceType === 'space') throw new DomainError('invalid_input', 'labelId');
    if (lowers) await beforeLowering(op);
    await write(op, sharing, labelId);
    await audit(
      op,
      lowers ? 'label.lowered' : 'label.raised',
      { type: here.resourceType, id: here.resourceId },
      { from: own?.id ?? null, to: labelId, ...(reason !== undefined && { reason }) },
    );
    await tell(op, sharing);
    return labelsOn(op, here);
  });
}

/** The place of a label of the organisation in its order; without one below all of them. */
async function rankIn(
  op: Operation,
  { organisationId }: LoadedSharing,
  labelId: string | null,
): Promise<number> {
  if (labelId === null) return -1;
  const label = await op.db.label.findFirst({
    where: { id: labelId, organisationId },
    select: { rank: true },
  });
  if (label === null) throw new DomainError('not_found', 'label');
  return label.rank;
}

async function write(
  op: Operation,
  { resourceType, resourceId: id }: LoadedSharing,
  labelId: string | null,
): Promise<void> {
  const data = { labelId };
  if (resourceType === 'space') await op.db.space.update({ where: { id }, data, select: { id: true } });
  else await op.db.document.update({ where: { id }, data, select: { id: true } });
}

async function tell(op: Operation, sharing: LoadedSharing): Promise<void> {
  const { spaceId, resourceType, resourceId } = sharing;
  await publishSharing(op, sharing, peopleUnderLabels(sharing));
  await publish(
    op,
    `space:${spaceId}`,
    resourceType === 'space'
      ? { type: 'space.changed', spaceId }
      : { type: 'document.changed', spaceId, documentId: resourceId, change: 'labelled' },
  );
}
