import { publish } from '../events/publish';
import type { Operation } from '../operation';

/** A person's rights in a space changed: their sockets and calls are asked again, and the space's members look anew. */
export async function publishMembership(op: Operation, spaceId: string, userId: string): Promise<void> {
  await publish(op, `user:${userId}`, { type: 'access.changed', userId, spaceId });
  await publish(op, `space:${spaceId}`, { type: 'members.changed', spaceId, userId });
}
