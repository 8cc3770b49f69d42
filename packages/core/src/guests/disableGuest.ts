import { publish } from '../events/publish';
import type { Operation } from '../operation';
import { endSessions } from '../sessions/endSessions';

/**
 * Ends a guest: what they held, every way in, every session. In the transaction of whoever decides it; sockets, calls
 * and pages hear of it with the commit, as of every right that ends.
 */
export async function disableGuest(op: Operation, userId: string): Promise<void> {
  await op.db.user.update({ where: { id: userId }, data: { disabledAt: op.now }, select: { id: true } });
  await op.db.grant.deleteMany({ where: { userId } });
  await op.db.linkOpening.deleteMany({ where: { userId } });
  await op.db.groupMember.deleteMany({ where: { userId } });
  await op.db.accessRequest.deleteMany({ where: { userId, answeredAt: null } });
  await op.db.guestToken.deleteMany({ where: { userId } });
  await endSessions(op, { userId }, op.now);
  await publish(op, `user:${userId}`, { type: 'access.changed', userId, spaceId: null });
}
