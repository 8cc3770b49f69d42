import { inTransaction, publish, type Transactional } from '@hemicycle/core';
import type { Prisma } from '@hemicycle/db';

/** Ends sessions and tells every process, in one transaction. Returns whose sessions they were. */
export async function endSessions(
  op: Transactional,
  where: Prisma.SessionWhereInput,
  now: Date,
): Promise<{ id: string; userId: string }[]> {
  return inTransaction(op, async (op) => {
    const ended = await op.db.session.updateManyAndReturn({
      where: { ...where, endedAt: null },
      data: { endedAt: now },
      select: { id: true, userId: true },
    });
    for (const { id, userId } of ended) {
      await publish(op, `user:${userId}`, { type: 'session.ended', userId, sessionId: id });
    }
    return ended;
  });
}
