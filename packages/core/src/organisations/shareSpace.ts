import { DomainError, LIMITS } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { lockSpace } from '../spaces/lockSpace';
import { requireSharing } from './requireSharing';

/**
 * Shares a space with another organisation: its people may be added from then on, and nobody is by this alone. Twice is
 * once.
 * @throws DomainError not_found (also the organisation, when it shares no spaces), forbidden, conflict (with too many),
 * label_forbids (it keeps other organisations out)
 */
export async function shareSpace(
  op: Operation,
  { spaceId, organisationId }: { spaceId: string; organisationId: string },
): Promise<void> {
  await inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    const { state, label } = await spaceAccess(op, spaceId);
    authorize(op.actor, 'space', 'shareOutside', state);
    await requireSharing(op);
    if (label?.others === false) throw new DomainError('label_forbids', label.id);
    const there = { id: organisationId, sharesSpaces: true, NOT: { id: state.organisationId } };
    if ((await op.db.organisation.count({ where: there })) === 0) {
      throw new DomainError('not_found', 'organisation');
    }
    const shared = await op.db.spaceOrganisation.findMany({
      where: { spaceId },
      select: { organisationId: true },
    });
    if (shared.some((row) => row.organisationId === organisationId)) return;
    if (shared.length >= LIMITS.spaceOrganisations) throw new DomainError('conflict', 'organisations');
    await op.db.spaceOrganisation.create({
      data: { spaceId, organisationId, invitedById: accountOf(op).userId, createdAt: op.now },
      select: { spaceId: true },
    });
    await audit(op, 'space.shared', { type: 'space', id: spaceId }, { organisationId });
    await publish(op, `space:${spaceId}`, { type: 'members.changed', spaceId, userId: null });
  });
}
