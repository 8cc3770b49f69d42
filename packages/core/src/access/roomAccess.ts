import { DomainError, type Role } from '@hemicycle/contracts';
import { Prisma, readQuickRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import type { Operation } from '../operation';
import { roleIn } from './spaceRoles';

export interface RoomAccess {
  readonly roomId: string;
  readonly spaceId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['room'];
}

/**
 * What decides about a room: the role in its space.
 * @throws DomainError sign_in_required, or not_found when there is no such room
 */
export async function roomAccess(op: Operation, roomId: string): Promise<RoomAccess> {
  const [row] = await readQuickRows<{ spaceId: string; role: Role | null }>(
    op.db,
    Prisma.sql`SELECT x.space_id AS "spaceId", ${roleIn(op, Prisma.sql`x.space_id`)} AS role
      FROM rooms x WHERE x.id = ${roomId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found', 'room');
  return { roomId, ...row, state: { role: row.role } };
}
