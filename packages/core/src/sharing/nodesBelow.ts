import { Prisma } from '@hemicycle/db';
import type { ResourceKey } from './loadSharing';

/** SQL query (type, id) of the resource and everything below it. */
export function nodesBelow({ resourceType, resourceId }: ResourceKey): Prisma.Sql {
  if (resourceType === 'space') {
    return Prisma.sql`SELECT 'space'::"GrantResource", ${resourceId}::uuid
      UNION ALL SELECT 'document', id FROM documents WHERE space_id = ${resourceId}::uuid`;
  }
  return Prisma.sql`
    WITH RECURSIVE down AS (
      SELECT ${resourceId}::uuid AS id
      UNION SELECT d.id FROM documents d JOIN down ON d.parent_id = down.id
    ) SELECT 'document'::"GrantResource", id FROM down`;
}
