import { DomainError, type HandlerBody, type SharedGrant } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { audit } from '../audit';
import { startReadCursors } from '../conversation';
import { endFor } from '../guests/endFor';
import { notifyOfAccess } from '../notifications/notifyOfAccess';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadGrant, presentGrants } from './grantRow';
import { type LoadedSharing, loadSharing, type ResourceKey } from './loadSharing';
import { peopleOfSubject, publishSharing } from './publishSharing';
import { requireGrantable } from './requireGrantable';
import { requireWelcome } from './requireWelcome';

type GrantAccessInput = ResourceKey & HandlerBody<'POST /access/{resourceType}/{resourceId}/grants'>;

/**
 * Gives a person or a group of the organisation a role on a resource, and with it on everything below.
 * @throws DomainError not_found (also the subject), forbidden, more_than_held, already_granted, label_forbids,
 * invalid_input
 */
export async function grantAccess(op: Operation, input: GrantAccessInput): Promise<SharedGrant> {
  return inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, input, 'grant', { lock: true });
    const wanted = input.expiresAt === null ? null : new Date(input.expiresAt);
    requireGrantable(op, sharing, { role: input.role, expiresAt: wanted });
    const subject = await requireSubject(op, sharing, input);
    const expiresAt = subject.userId === null ? wanted : await endFor(op, subject.userId, wanted);
    const { resourceType, resourceId } = sharing;
    const here = { resourceType, resourceId, ...subject };
    // An expired one stands in the way of a new one.
    await op.db.grant.deleteMany({ where: { ...here, expiresAt: { lte: op.now } } });
    if ((await op.db.grant.count({ where: here })) > 0) throw new DomainError('already_granted');
    const id = newId();
    const grantedById = accountOf(op).userId;
    await op.db.grant.create({
      data: { id, ...here, role: input.role, expiresAt, grantedById, createdAt: op.now },
      select: { id: true },
    });
    const people = peopleOfSubject(subject);
    if (resourceType === 'space') await startReadCursors(op, resourceId, people);
    const { role } = input;
    await audit(
      op,
      'access.granted',
      { type: resourceType, id: resourceId },
      { ...subject, role, expiresAt: expiresAt?.toISOString() ?? null },
    );
    await publishSharing(op, sharing, people);
    if (subject.userId !== null) await notifyOfAccess(op, sharing, subject.userId, id);
    const [grant] = await presentGrants(op, sharing, [await loadGrant(op, input, id)]);
    if (grant === undefined) throw new DomainError('not_found', 'subject');
    return grant;
  });
}

/** Somebody who may be given something there, or a group of the organisation the resource is in. */
async function requireSubject(
  op: Operation,
  sharing: LoadedSharing,
  { subject, role }: GrantAccessInput,
): Promise<{ userId: string | null; groupId: string | null }> {
  if (subject.type === 'group') {
    const { organisationId } = sharing;
    const count = await op.db.group.count({ where: { id: subject.groupId, organisationId } });
    if (count === 0) throw new DomainError('not_found', 'group');
    return { userId: null, groupId: subject.groupId };
  }
  return { userId: await requireWelcome(op, sharing, { userId: subject.userId }, role), groupId: null };
}
