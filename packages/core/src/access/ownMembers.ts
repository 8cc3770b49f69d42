import { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';
import { live } from './holdings';

/**
 * SQL query of the ids of people who are members of a space by a grant of their own. Who is in it by way of a group
 * may still be given a role of their own.
 */
export function ownMembers(op: Operation, spaceId: string): Prisma.Sql {
  return Prisma.sql`SELECT g.user_id FROM grants g WHERE g.user_id IS NOT NULL AND g.resource_type = 'space'
    AND g.resource_id = ${spaceId}::uuid AND ${live('g', op.now)}`;
}
