import type { Operation } from '../operation';

/**
 * Everything a person was granted in a space goes: on the space, on single documents of it, by links; and their place in its
 * conversation. Decides nothing: called by operations that take somebody out.
 */
export async function endMembership(op: Operation, spaceId: string, userId: string): Promise<void> {
  await op.db.$executeRaw`
    DELETE FROM grants g WHERE g.user_id = ${userId}::uuid AND (
      (g.resource_type = 'space' AND g.resource_id = ${spaceId}::uuid)
      OR (g.resource_type = 'document'
        AND g.resource_id IN (SELECT id FROM documents WHERE space_id = ${spaceId}::uuid)))`;
  await op.db.$executeRaw`
    DELETE FROM link_openings o USING links l WHERE o.user_id = ${userId}::uuid AND l.id = o.link_id AND (
      (l.resource_type = 'space' AND l.resource_id = ${spaceId}::uuid)
      OR (l.resource_type = 'document'
        AND l.resource_id IN (SELECT id FROM documents WHERE space_id = ${spaceId}::uuid)))`;
  await op.db.readCursor.deleteMany({ where: { userId, channel: { spaceId } } });
}
