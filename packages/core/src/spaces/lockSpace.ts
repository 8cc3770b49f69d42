import type { Operation } from '../operation';

/**
 * Lets changes of one space and its members happen one after the other: two owners who remove each other at once must
 * not leave a space without one. Waits for nobody who only reads, posts or writes.
 */
export async function lockSpace(op: Operation, spaceId: string): Promise<void> {
  await op.db.$queryRaw`SELECT 1 FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`;
}
