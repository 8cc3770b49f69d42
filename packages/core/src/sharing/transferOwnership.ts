import { DomainError } from '@hemicycle/contracts';
import { newId, Prisma } from '@hemicycle/db';
import { audit } from '../audit';
import { startReadCursors } from '../conversation';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadSharing } from './loadSharing';
import { peopleOfSubject, publishSharing } from './publishSharing';
import { requireGrantable } from './requireGrantable';

/**
 * Hands a space over in one step: the other, somebody of the organisation who can sign in and is no guest, becomes its
 * owner without end; the caller stays as an editor.
 * @throws DomainError not_found (also the other), forbidden, more_than_held (who owns it only for a while), conflict
 * (to oneself)
 */
export async function transferOwnership(
  op: Operation,
  { spaceId, userId }: { spaceId: string; userId: string },
): Promise<void> {
  await inTransaction(op, async (op) => {
    const key = { resourceType: 'space', resourceId: spaceId } as const;
    const sharing = await loadSharing(op, key, 'transfer', { lock: true });
    requireGrantable(op, sharing, { role: 'owner', expiresAt: null });
    const caller = accountOf(op).userId;
    if (userId === caller) throw new DomainError('conflict', 'userId');
    const { organisationId } = sharing;
    const person = await op.db.user.findFirst({
      where: { id: userId, organisationId, disabledAt: null, organisationRole: { not: 'guest' } },
      select: { id: true },
    });
    if (person === null) throw new DomainError('not_found', 'person');
    await op.db.grant.deleteMany({ where: { ...key, userId } });
    await op.db.grant.create({
      data: { id: newId(), ...key, userId, role: 'owner', grantedById: caller, createdAt: op.now },
      select: { id: true },
    });
    await op.db.grant.updateMany({ where: { ...key, userId: caller }, data: { role: 'editor' } });
    await startReadCursors(op, spaceId, peopleOfSubject({ userId, groupId: null }));
    await audit(op, 'space.transferred', { type: 'space', id: spaceId }, { from: caller, to: userId });
    await publishSharing(op, sharing, Prisma.sql`SELECT unnest(${[caller, userId]}::uuid[])`);
  });
}
