import { DomainError, type HandlerBody, type Member } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { startReadCursor } from '../conversation';
import { endFor } from '../guests/endFor';
import { notifyOfAccess } from '../notifications/notifyOfAccess';
import { accountOf, inTransaction, type Operation } from '../operation';
import { requireWelcome } from '../sharing/requireWelcome';
import { lockSpace } from './lockSpace';
import { readMember } from './memberRow';
import { publishMembership } from './publishMembership';
import { requireGrantableMember } from './requireGrantableMember';

/**
 * Makes somebody of the organisation, or of one the space is shared with, a member of a space.
 * @throws DomainError not_found (the space, or a person who may not be added), forbidden, more_than_held,
 * already_member, label_forbids
 */
export async function addMember(
  op: Operation,
  { spaceId, role, ...meant }: { spaceId: string } & HandlerBody<'POST /spaces/{spaceId}/members'>,
): Promise<Member> {
  return inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    const { state } = await spaceAccess(op, spaceId);
    authorize(op.actor, 'space', 'manageMembers', state);
    const sharing = await requireGrantableMember(op, spaceId, { role, expiresAt: null });
    const userId = await requireWelcome(op, sharing, meant, role);
    const key = { resourceType: 'space', resourceId: spaceId, userId } as const;
    const known = await op.db.grant.findUnique({ where: { resourceType_resourceId_userId: key } });
    if (known !== null && (known.expiresAt === null || known.expiresAt > op.now)) {
      throw new DomainError('already_member');
    }
    if (known !== null) await op.db.grant.delete({ where: { id: known.id }, select: { id: true } });
    const grantId = newId();
    const expiresAt = await endFor(op, userId, null);
    await op.db.grant.create({
      data: { id: grantId, ...key, role, expiresAt, grantedById: accountOf(op).userId, createdAt: op.now },
      select: { id: true },
    });
    const channel = await op.db.channel.findUniqueOrThrow({ where: { spaceId }, select: { id: true } });
    await startReadCursor(op, channel.id, userId);
    await audit(op, 'member.added', { type: 'space', id: spaceId }, { userId, role });
    await publishMembership(op, spaceId, userId);
    await notifyOfAccess(op, { spaceId, resourceType: 'space', resourceId: spaceId }, userId, grantId);
    return readMember(op, spaceId, userId);
  });
}
