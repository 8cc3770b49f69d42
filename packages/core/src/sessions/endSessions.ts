import type { Prisma } from '@hemicycle/db';
import { publishAll } from '../events/publish';
import { inTransaction, type Transactional } from '../operation';

export interface EndedSession {
  readonly id: string;
  readonly userId: string;
  readonly issuer: string;
  readonly keycloakSid: string;
}

/** Ends sessions and tells every process, in one transaction: sockets and calls opened from them close. */
export async function endSessions(
  op: Transactional,
  where: Prisma.SessionWhereInput,
  now: Date,
): Promise<EndedSession[]> {
  return inTransaction(op, async (op) => {
    const ended = await op.db.session.updateManyAndReturn({
      where: { ...where, endedAt: null },
      data: { endedAt: now },
      select: { id: true, userId: true, issuer: true, keycloakSid: true },
    });
    await publishAll(
      op,
      ended.map(({ id, userId }) => [
        `user:${userId}`,
        { type: 'session.ended', userId, sessionId: id } as const,
      ]),
    );
    return ended;
  });
}
