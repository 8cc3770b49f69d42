import { LIMITS } from '@hemicycle/contracts';
import type { Operation } from '../operation';

const DAY = 24 * 60 * 60 * 1000;

/** When all that a guest holds is over at the latest (GST-8), from now on. */
export function latestEnd(op: Pick<Operation, 'now'>): Date {
  return new Date(op.now.getTime() + LIMITS.guestDays * DAY);
}

/**
 * When something given to a person ends. What a guest holds always does, whatever way it is given: later, or never, is
 * the latest there is.
 */
export async function endFor(
  op: Pick<Operation, 'db' | 'now'>,
  userId: string,
  expiresAt: Date | null,
): Promise<Date | null> {
  const latest = latestEnd(op);
  if (expiresAt !== null && expiresAt <= latest) return expiresAt;
  const guests = await op.db.user.count({ where: { id: userId, organisationRole: 'guest' } });
  return guests === 0 ? expiresAt : latest;
}
