import type { HandlerBody, Me } from '@hemicycle/contracts';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { getMe, readPreferences } from './getMe';

/** Changes the preferences that are named and leaves the others. The person's other tabs follow. */
export async function updatePreferences(op: Operation, changes: HandlerBody<'PATCH /me'>): Promise<Me> {
  const { userId } = accountOf(op);
  return inTransaction(op, async (op) => {
    await op.db.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const { preferences } = await op.db.user.findUniqueOrThrow({
      where: { id: userId },
      select: { preferences: true },
    });
    const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    await op.db.user.update({
      where: { id: userId },
      data: { preferences: { ...readPreferences(preferences), ...named } },
      select: { id: true },
    });
    await publish(op, `user:${userId}`, { type: 'me.changed', userId });
    return getMe(op);
  });
}
