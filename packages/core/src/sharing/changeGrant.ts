import { DomainError, type HandlerBody, type SharedGrant } from '@hemicycle/contracts';
import { can } from '@hemicycle/policies';
import { audit } from '../audit';
import { endFor } from '../guests/endFor';
import { inTransaction, type Operation } from '../operation';
import { requireOtherOwner } from '../spaces/requireOtherOwner';
import { type GrantRow, grantState, loadGrant, presentGrants } from './grantRow';
import { loadSharing, type ResourceKey } from './loadSharing';
import { peopleOfSubject, publishSharing } from './publishSharing';
import { requireGrantable } from './requireGrantable';
import { requireInsider } from './requireWelcome';

type ChangeGrantInput = ResourceKey & {
  grantId: string;
} & HandlerBody<'PATCH /access/{resourceType}/{resourceId}/grants/{grantId}'>;

/**
 * Changes the role or the end of a grant that stands on this very resource. Both the role it had and the one it gets
 * must be the caller's to give.
 * @throws DomainError not_found, forbidden, more_than_held, last_owner, invalid_input
 */
export async function changeGrant(op: Operation, input: ChangeGrantInput): Promise<SharedGrant> {
  return inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, input, 'read', { lock: true });
    const before = await loadGrant(op, input, input.grantId);
    if (!can(op.actor, 'grant', 'change', grantState(op, sharing, before))) {
      throw new DomainError('forbidden', 'grant.change');
    }
    const role = input.role ?? before.role;
    const wanted = input.expiresAt === undefined ? before.expiresAt : dateOf(input.expiresAt);
    requireGrantable(op, sharing, { ...before, role, expiresAt: wanted });
    const expiresAt = before.userId === null ? wanted : await endFor(op, before.userId, wanted);
    const after = { ...before, role, expiresAt };
    if (role === 'owner' && before.userId !== null) {
      await requireInsider(op, sharing.organisationId, before.userId);
    }
    await keepAnOwner(op, before, after);
    await op.db.grant.update({ where: { id: before.id }, data: { role, expiresAt }, select: { id: true } });
    const { userId, groupId } = before;
    await audit(
      op,
      'access.changed',
      { type: sharing.resourceType, id: sharing.resourceId },
      { userId, groupId, before: told(before), after: told(after) },
    );
    await publishSharing(op, sharing, peopleOfSubject(before));
    const [grant] = await presentGrants(op, sharing, [after]);
    if (grant === undefined) throw new DomainError('not_found', 'grant');
    return grant;
  });
}

const dateOf = (time: string | null): Date | null => (time === null ? null : new Date(time));
const told = ({ role, expiresAt }: GrantRow) => ({ role, expiresAt: expiresAt?.toISOString() ?? null });

/**
 * A space keeps one of those it is never left without: a person who owns it without end. `after` null: it goes.
 * @throws DomainError last_owner
 */
export async function keepAnOwner(op: Operation, before: GrantRow, after: GrantRow | null): Promise<void> {
  if (before.resourceType !== 'space' || before.userId === null) return;
  const lasts = (row: GrantRow | null): boolean => row?.role === 'owner' && row.expiresAt === null;
  if (lasts(before) && !lasts(after)) await requireOtherOwner(op, before.resourceId, before.userId);
}
