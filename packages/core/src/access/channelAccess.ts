import { DomainError, type Role } from '@hemicycle/contracts';
import { Prisma, readQuickRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import type { Operation } from '../operation';
import { roleIn } from './spaceRoles';

export interface ChannelAccess {
  readonly channelId: string;
  readonly spaceId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['channel'];
}

/**
 * What decides about a channel: the role in its space.
 * @throws DomainError sign_in_required, or not_found when there is no such channel
 */
export async function channelAccess(op: Operation, channelId: string): Promise<ChannelAccess> {
  const [row] = await readQuickRows<{ spaceId: string; role: Role | null }>(
    op.db,
    Prisma.sql`SELECT x.space_id AS "spaceId", ${roleIn(op, Prisma.sql`x.space_id`)} AS role
      FROM channels x WHERE x.id = ${channelId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found', 'channel');
  return { channelId, ...row, state: { role: row.role } };
}
