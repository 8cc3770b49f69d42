import { DomainError } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { nodesBelow } from '../sharing/nodesBelow';
import { publishSharing } from '../sharing/publishSharing';
import { lockSpace } from '../spaces/lockSpace';

/**
 * Ends the sharing of a space with another organisation. With it goes everything its people were given in the space, on
 * single documents too, by links, and what they asked for: as if each were taken out of it.
 * @throws DomainError not_found, forbidden
 */
export async function unshareSpace(
  op: Operation,
  { spaceId, organisationId }: { spaceId: string; organisationId: string },
): Promise<void> {
  await inTransaction(op, async (op) => {
    await lockSpace(op, spaceId);
    authorize(op.actor, 'space', 'shareOutside', (await spaceAccess(op, spaceId)).state);
    const { count } = await op.db.spaceOrganisation.deleteMany({ where: { spaceId, organisationId } });
    if (count === 0) throw new DomainError('not_found', 'organisation');
    const place = { resourceType: 'space', resourceId: spaceId } as const;
    const theirs = Prisma.sql`(SELECT u.id FROM users u WHERE u.organisation_id = ${organisationId}::uuid)`;
    const here = (alias: string) => Prisma.sql`(${Prisma.raw(`${alias}.resource_type, ${alias}.resource_id`)})
      IN (${nodesBelow(place)})`;
    // Asked before anything is taken away.
    await publishSharing(
      op,
      { ...place, spaceId },
      Prisma.sql`
      SELECT g.user_id FROM grants g WHERE g.user_id IN ${theirs} AND ${here('g')}
      UNION SELECT o.user_id FROM link_openings o JOIN links l ON l.id = o.link_id
      WHERE o.user_id IN ${theirs} AND ${here('l')}`,
    );
    const grants = await op.db
      .$executeRaw`DELETE FROM grants g WHERE g.user_id IN ${theirs} AND ${here('g')}`;
    await op.db.$executeRaw`
      DELETE FROM link_openings o USING links l
      WHERE l.id = o.link_id AND o.user_id IN ${theirs} AND ${here('l')}`;
    await op.db.$executeRaw`
      DELETE FROM access_requests r WHERE r.answered_at IS NULL AND r.user_id IN ${theirs} AND ${here('r')}`;
    await op.db.readCursor.deleteMany({ where: { channel: { spaceId }, user: { organisationId } } });
    await audit(op, 'space.unshared', { type: 'space', id: spaceId }, { organisationId, grants });
  });
}
