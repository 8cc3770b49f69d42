import { postSystemMessage } from '../conversation/postSystemMessage';
import { publish } from '../events/publish';
import type { Operation } from '../operation';
import type { RoomPlace } from './loadRoom';
import { findRunningMeeting } from './runningMeeting';

/**
 * Writes the end of the room's running meeting, if one runs; whoever was still inside left with it. Call it in a
 * transaction that holds the room (`lockRoom`). `byId`: who ended it; without, the one who started it is named.
 */
export async function closeMeeting(op: Operation, room: RoomPlace, byId: string | null): Promise<boolean> {
  const meeting = await findRunningMeeting(op, room.id);
  if (!meeting) return false;
  await op.db.meeting.update({ where: { id: meeting.id }, data: { endedAt: op.now } });
  await op.db.participant.updateMany({
    where: { meetingId: meeting.id, leftAt: null },
    data: { leftAt: op.now },
  });
  const authorId = byId ?? meeting.startedById;
  if (authorId) await postSystemMessage(op, { channelId: room.channelId, kind: 'meetingEnded', authorId });
  await publish(op, `space:${room.spaceId}`, {
    type: 'meeting.changed',
    spaceId: room.spaceId,
    roomId: room.id,
    meetingId: meeting.id,
  });
  return true;
}
