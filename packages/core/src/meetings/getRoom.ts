import type { Room } from '@hemicycle/contracts';
import { abilities } from '@hemicycle/policies';
import type { Operation } from '../operation';
import { callSummaries } from './callSummaries';
import { loadRoom, type RoomWithState } from './loadRoom';

export async function getRoom(op: Operation, roomId: string): Promise<Room> {
  return presentRoom(op, await loadRoom(op, roomId));
}

export async function presentRoom(op: Operation, room: RoomWithState): Promise<Room> {
  const call = (await callSummaries(op, [room.id])).get(room.id) ?? null;
  const meeting = call
    ? await op.db.meeting.findUnique({ where: { id: call.meetingId }, select: { documentId: true } })
    : null;
  return {
    id: room.id,
    spaceId: room.spaceId,
    channelId: room.channelId,
    name: room.spaceName,
    label: room.label,
    call,
    documentId: meeting?.documentId ?? null,
    abilities: abilities(op.actor, 'room', room.state),
  };
}
