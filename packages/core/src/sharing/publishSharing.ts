import { LIMITS, type LiveEvent, type Topic } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { documentNodes, holders } from '../access/holders';
import { publish, publishAll } from '../events/publish';
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
  const changed = { type: 'sharing.changed', spaceId, resourceType, resourceId } as const;
  await publish(op, `space:${spaceId}`, changed);
  if (resourceType === 'document') {
    const lookers = await lookersOf(op, resourceId);
    await publishAll(
      op,
      lookers.map((userId): [Topic, LiveEvent] => [`user:${userId}`, changed]),
    );
  }
  if (resourceType === 'space') {
    await publish(op, `space:${spaceId}`, { type: 'members.changed', spaceId, userId: null });
  }
}

/**
 * Who may look at a document's sharing without being in its space, where the space's own events are not heard: by a
 * grant on it or on a document above. As many as are named in events; the others read anew when they look again.
 */
async function lookersOf(op: Operation, documentId: string): Promise<string[]> {
  const nodes = documentNodes(Prisma.sql`${documentId}::uuid`);
  const documents = Prisma.sql`SELECT * FROM (${nodes}) above WHERE above.type = 'document'`;
  const rows = await readRows<{ id: string }>(
    op.db,
    Prisma.sql`SELECT DISTINCT h.user_id AS id FROM ${holders(documents, op.now)} h
      WHERE h.role >= 'editor' AND h.link_id IS NULL LIMIT ${LIMITS.accessEvents}`,
  );
  return rows.map(({ id }) => id);
}
