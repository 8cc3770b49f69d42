import { DomainError, type Role } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { spaceRole } from './spaceAccess';

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
  accountOf(op);
  const room = await op.db.room.findUnique({ where: { id: roomId }, select: { spaceId: true } });
  if (room === null) throw new DomainError('not_found', 'room');
  const role = await spaceRole(op, room.spaceId);
  return { roomId, spaceId: room.spaceId, role, state: { role } };
}
