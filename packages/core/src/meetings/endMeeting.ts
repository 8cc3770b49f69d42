import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { closeMeeting } from './closeMeeting';
import { loadRoom } from './loadRoom';
import { lockRoom, runningMeeting } from './runningMeeting';

/** Host: ends the meeting for everyone. The next join starts a new one. */
export async function endMeeting(op: Operation, roomId: string): Promise<void> {
  const room = await loadRoom(op, roomId);
  authorize(op.actor, 'room', 'host', room.state);
  const { userId } = accountOf(op);
  const meeting = await runningMeeting(op, roomId);
  await op.services.media.end(roomId);
  await inTransaction(op, async (op) => {
    await lockRoom(op, roomId);
    if (!(await closeMeeting(op, room, userId))) return;
    await audit(op, 'meeting.ended', { type: 'room', id: roomId }, { meetingId: meeting.id });
  });
}
