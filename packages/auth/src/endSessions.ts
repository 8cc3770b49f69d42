import { publish } from '@hemicycle/core';
import { type Database, type Prisma, runTransaction } from '@hemicycle/db';

/** Ends sessions and tells every process, in one transaction. Returns whose sessions they were. */
export async function endSessions(
  database: Database,
  where: Prisma.SessionWhereInput,
  now: Date,
): Promise<{ id: string; userId: string }[]> {
  return runTransaction(database, async (tx) => {
    const ended = await tx.session.updateManyAndReturn({
      where: { ...where, endedAt: null },
      data: { endedAt: now },
      select: { id: true, userId: true },
    });
    for (const { id, userId } of ended) {
      await publish({ db: tx }, `user:${userId}`, { type: 'session.ended', userId, sessionId: id });
    }
    return ended;
  });
}
