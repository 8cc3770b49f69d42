import { DomainError, type LabelMark } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { spaceRole } from '../access/spaceAccess';
import { accountOf, type Operation } from '../operation';

/** Where a room stands. */
export interface RoomPlace {
  readonly id: string;
  readonly spaceId: string;
  readonly spaceName: string;
  readonly channelId: string;
  /** Of its space. */
  readonly label: LabelMark | null;
}

export interface RoomWithState extends RoomPlace {
  readonly state: ResourceStates['room'];
}

/**
 * The room with what a decision on it depends on, for a caller who may read it.
 * @throws DomainError `not_found` also when it exists but is not for the caller
 */
export async function loadRoom(op: Operation, roomId: string): Promise<RoomWithState> {
  accountOf(op);
  const room = await roomPlace(op, roomId);
  if (!room) throw new DomainError('not_found', 'room');
  const state = { role: await spaceRole(op, room.spaceId) };
  authorize(op.actor, 'room', 'read', state);
  return { ...room, state };
}

/** Asks for nobody: for the system's own work. */
export async function roomPlace(op: Operation, roomId: string): Promise<RoomPlace | null> {
  const room = await op.db.room.findUnique({
    where: { id: roomId },
    select: {
      id: true,
      space: {
        select: {
          id: true,
          name: true,
          channel: { select: { id: true } },
          label: { select: { id: true, key: true, name: true, tone: true, isDefault: true } },
        },
      },
    },
  });
  if (!room?.space.channel) return null;
  const { space } = room;
  return {
    id: room.id,
    spaceId: space.id,
    spaceName: space.name,
    channelId: room.space.channel.id,
    label: space.label,
  };
}
