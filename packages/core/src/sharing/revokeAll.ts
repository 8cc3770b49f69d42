import { Prisma } from '@hemicycle/db';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadSharing, type ResourceKey } from './loadSharing';
import { nodesBelow } from './nodesBelow';
import { peopleOfLinks } from './peopleOfLinks';
import { publishSharing } from './publishSharing';

/**
 * Takes back everything that was granted on a resource and on what is below it, and the links, but what is the caller's own and the
 * owners of a space: those are taken back one by one.
 * @throws DomainError not_found, forbidden
 */
export async function revokeAll(op: Operation, key: ResourceKey): Promise<void> {
  await inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, key, 'manage', { lock: true });
    const { userId } = accountOf(op);
    const doomed = Prisma.sql`
      SELECT g.id FROM (${nodesBelow(key)}) n(type, id) JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id
      WHERE g.user_id IS DISTINCT FROM ${userId}::uuid
        AND NOT (g.resource_type = 'space' AND g.role = 'owner' AND g.user_id IS NOT NULL)`;
    const nodes = nodesBelow(key);
    const people = Prisma.sql`SELECT * FROM (${peopleOfGrants(doomed)}) g UNION SELECT * FROM (${peopleOfLinks(nodes)}) l`;
    await publishSharing(op, sharing, people);
    const count = await op.db.$executeRaw`DELETE FROM grants WHERE id IN (${doomed})`;
    const links = await op.db.$executeRaw`
      DELETE FROM links WHERE (resource_type, resource_id) IN (${nodes})`;
    await audit(op, 'access.revokedAll', { type: key.resourceType, id: key.resourceId }, { count, links });
  });
}

/** SQL query of the people some grants are for, groups opened. */
function peopleOfGrants(grantIds: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE chosen AS (SELECT g.user_id, g.group_id FROM grants g WHERE g.id IN (${grantIds})),
    below AS (
      SELECT group_id FROM chosen WHERE group_id IS NOT NULL
      UNION SELECT m.member_group_id FROM below JOIN group_members m ON m.group_id = below.group_id
        WHERE m.member_group_id IS NOT NULL
    )
    SELECT user_id FROM chosen WHERE user_id IS NOT NULL
    UNION SELECT m.user_id FROM below JOIN group_members m ON m.group_id = below.group_id WHERE m.user_id IS NOT NULL`;
}
