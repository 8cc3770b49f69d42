import { Id } from '@hemicycle/contracts';
import { publish } from '../events/publish';
import { inTransaction, type Operation } from '../operation';
import { closeIfAbandoned } from './closeIfAbandoned';
import { enforceRoom } from './enforceRoom';
import { type RoomPlace, roomPlace } from './loadRoom';
import type { MediaEvent } from './MediaServer';
import { recordStay } from './recordStay';

/** The signature of an event is valid for five minutes; its id is remembered far longer. Milliseconds. */
const REMEMBERED = 24 * 3_600_000;
/** The media server tells times in whole seconds. Milliseconds. */
const CLOCK_STEP = 1_000;

/**
 * A verified webhook. Each event counts once (its id is kept in the transaction that applies it), in any order, and
 * only as a hint: whether a room is closed or a participant may stay is asked of the media server and of policies.
 */
export async function receiveMediaEvent(op: Operation, event: MediaEvent): Promise<{ accepted: boolean }> {
  if (event.type === 'other' || !Id.safeParse(event.roomId).success) return { accepted: true };
  const jti = `livekit:${event.id}`;
  if (await op.db.seenToken.findUnique({ where: { jti }, select: { jti: true } })) return { accepted: false };
  const room = await roomPlace(op, event.roomId);
  if (!room) return { accepted: true };
  // Before the event counts as seen: a failure here makes the media server send it again.
  if (event.type === 'participantJoined') {
    await enforceRoom(op, room, (one) => one.identity === event.participant?.identity);
  }
  if (event.type === 'roomFinished') await closeIfAbandoned(op, room);
  return inTransaction(op, async (op) => {
    const { count } = await op.db.seenToken.createMany({
      data: [{ jti, expiresAt: new Date(op.now.getTime() + REMEMBERED) }],
      skipDuplicates: true,
    });
    if (count === 0) return { accepted: false };
    await recordEvent(op, room, event);
    return { accepted: true };
  });
}

async function recordEvent(op: Operation, room: RoomPlace, event: MediaEvent): Promise<void> {
  const { participant } = event;
  if (!participant) return;
  const at = new Date(Math.min(event.at.getTime(), op.now.getTime()));
  const meeting = await meetingOfStay(op, room.id, participant.sid, at);
  if (!meeting) return;
  const left = event.type === 'participantLeft';
  const changed = await recordStay(op, {
    meetingId: meeting.id,
    sid: participant.sid,
    identity: participant.identity,
    joinedAt: at,
    leftAt: left ? at : meeting.endedAt,
  });
  if (!changed) return;
  await publish(op, `space:${room.spaceId}`, {
    type: 'meeting.changed',
    spaceId: room.spaceId,
    roomId: room.id,
    meetingId: meeting.id,
  });
}

/** A late event belongs to the meeting that ran when it happened, not to the one that runs by now. */
async function meetingOfStay(op: Operation, roomId: string, sid: string, at: Date) {
  const known = await op.db.participant.findFirst({
    where: { livekitSid: sid, meeting: { roomId } },
    select: { meeting: { select: { id: true, endedAt: true } } },
  });
  if (known) return known.meeting;
  return op.db.meeting.findFirst({
    where: {
      roomId,
      startedAt: { lte: new Date(at.getTime() + CLOCK_STEP) },
      OR: [{ endedAt: null }, { endedAt: { gte: at } }],
    },
    orderBy: { startedAt: 'desc' },
    select: { id: true, endedAt: true },
  });
}
