import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { loadRoom } from './loadRoom';
import { userOfIdentity } from './mediaIdentity';
import { runningMeeting } from './runningMeeting';

/**
 * Host: disconnects one device of someone. Not a ban: who is still a member may join again; taking the membership is
 * what keeps a person out (and throws them out, see enforceMeetingAccess).
 */
export async function removeParticipant(op: Operation, roomId: string, identity: string): Promise<void> {
  const room = await loadRoom(op, roomId);
  authorize(op.actor, 'room', 'host', room.state);
  const meeting = await runningMeeting(op, roomId);
  await op.services.media.remove(roomId, identity);
  await inTransaction(op, (op) =>
    audit(
      op,
      'meeting.removed',
      { type: 'room', id: roomId },
      {
        meetingId: meeting.id,
        userId: userOfIdentity(identity),
      },
    ),
  );
}
