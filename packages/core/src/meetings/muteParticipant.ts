import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { loadRoom } from './loadRoom';
import { userOfIdentity } from './mediaIdentity';
import { runningMeeting } from './runningMeeting';

/** Host: silences a source of someone; they may turn it on again themselves, nobody else can. */
export async function muteParticipant(
  op: Operation,
  roomId: string,
  identity: string,
  source: 'microphone' | 'camera' | 'screen',
): Promise<void> {
  const room = await loadRoom(op, roomId);
  authorize(op.actor, 'room', 'host', room.state);
  const meeting = await runningMeeting(op, roomId);
  await op.services.media.mute(roomId, identity, source);
  await inTransaction(op, (op) =>
    audit(
      op,
      'meeting.muted',
      { type: 'room', id: roomId },
      {
        meetingId: meeting.id,
        userId: userOfIdentity(identity),
        source,
      },
    ),
  );
}
