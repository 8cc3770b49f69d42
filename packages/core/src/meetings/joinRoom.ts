import { PARTICIPANT_ATTRIBUTES, type RoomPass } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { abilities } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { audit } from '../audit';
import { postSystemMessage } from '../conversation/postSystemMessage';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadRoom, type RoomWithState } from './loadRoom';
import { mediaIdentity, sessionTag } from './mediaIdentity';
import { findRunningMeeting, lockRoom } from './runningMeeting';

/**
 * A token for one device, minutes long, with exactly the rights policies answer; starts the meeting when none runs.
 * The media room is opened before the meeting is looked for: whoever ends an abandoned meeting holds the room's row
 * and asks the media server again, so a meeting that is being joined is never ended underneath.
 * @throws DomainError `media_unavailable`
 */
export async function joinRoom(
  op: Operation,
  roomId: string,
  input: { deviceId: string },
): Promise<RoomPass> {
  const room = await loadRoom(op, roomId);
  authorize(op.actor, 'room', 'join', room.state);
  const { userId, sessionId } = accountOf(op);
  const account = await op.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, hue: true, organisationRole: true },
  });
  await op.services.media.openRoom(roomId);
  const meetingId = await startMeeting(op, room, userId);
  const identity = mediaIdentity(userId, input.deviceId);
  const pass = await op.services.media.pass({
    roomId,
    identity,
    name: account.name,
    attributes: {
      [PARTICIPANT_ATTRIBUTES.userId]: userId,
      [PARTICIPANT_ATTRIBUTES.hue]: String(account.hue),
      [PARTICIPANT_ATTRIBUTES.guest]: String(account.organisationRole === 'guest'),
      [PARTICIPANT_ATTRIBUTES.session]: sessionTag(sessionId),
    },
    abilities: abilities(op.actor, 'room', room.state),
  });
  return {
    url: pass.url,
    token: pass.token,
    identity,
    meetingId,
    expiresAt: pass.expiresAt.toISOString(),
  };
}

/** The running meeting, or a new one: with two first joins at once, one starts it and both get it. */
function startMeeting(op: Operation, room: RoomWithState, userId: string): Promise<string> {
  return inTransaction(op, async (op) => {
    await lockRoom(op, room.id);
    const running = await findRunningMeeting(op, room.id);
    if (running) return running.id;
    const meetingId = newId();
    await op.db.meeting.create({
      data: { id: meetingId, roomId: room.id, startedById: userId, startedAt: op.now },
    });
    await postSystemMessage(op, { channelId: room.channelId, kind: 'meetingStarted', authorId: userId });
    await audit(op, 'meeting.started', { type: 'room', id: room.id }, { meetingId });
    await publish(op, `space:${room.spaceId}`, {
      type: 'meeting.changed',
      spaceId: room.spaceId,
      roomId: room.id,
      meetingId,
    });
    return meetingId;
  });
}
