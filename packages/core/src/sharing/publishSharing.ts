import { Prisma } from '@hemicycle/db';
import { publish } from '../events/publish';
import { publishAccess } from '../events/publishAccess';
import { peopleOfGroup } from '../groups/groupTree';
import type { Operation } from '../operation';
import type { LoadedSharing } from './loadSharing';

/** SQL query of the people a person's or a group's grant is for. */
export function peopleOfSubject(subject: { userId: string | null; groupId: string | null }): Prisma.Sql {
  const { userId, groupId } = subject;
  return groupId === null ? Prisma.sql`SELECT ${userId}::uuid` : peopleOfGroup(groupId);
}

/**
 * Tells that rights on a resource changed, in the transaction of the change: the people concerned are asked anew, and
 * whoever looks at its sharing, or at the members of its space, reads it anew.
 * @param people SQL query of user ids, asked now
 */
export async function publishSharing(
  op: Operation,
  sharing: Pick<LoadedSharing, 'spaceId' | 'resourceType' | 'resourceId'>,
  people: Prisma.Sql,
): Promise<void> {
  const { spaceId, resourceType, resourceId } = sharing;
  await publishAccess(op, people, spaceId);
  await publish(op, `space:${spaceId}`, { type: 'sharing.changed', spaceId, resourceType, resourceId });
  if (resourceType === 'space') {
    await publish(op, `space:${spaceId}`, { type: 'members.changed', spaceId, userId: null });
  }
}
