import { PARTICIPANT_ATTRIBUTES } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { accountOf, type Operation } from '../operation';
import { loadRoom } from './loadRoom';
import { mediaIdentity } from './mediaIdentity';

/** One's own hand, on one's own device, by the server's clock: nobody can jump the queue. */
export async function raiseHand(
  op: Operation,
  roomId: string,
  input: { deviceId: string; raised: boolean },
): Promise<void> {
  const room = await loadRoom(op, roomId);
  authorize(op.actor, 'room', 'join', room.state);
  const identity = mediaIdentity(accountOf(op).userId, input.deviceId);
  await op.services.media.setAttributes(roomId, identity, {
    [PARTICIPANT_ATTRIBUTES.handRaisedAt]: input.raised ? op.now.toISOString() : '',
  });
}
