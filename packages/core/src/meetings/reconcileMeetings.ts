import { publish } from '../events/publish';
import { inTransaction, type Operation } from '../operation';
import { closeIfAbandoned } from './closeIfAbandoned';
import { enforceRoom } from './enforceRoom';
import { type RoomPlace, roomPlace } from './loadRoom';
import type { MediaParticipant } from './MediaServer';
import { recordStay } from './recordStay';

/** Against one round that never ends; the rest comes in the next. Meetings. */
const PER_ROUND = 1_000;
/** What changed around the moment of asking is left to the webhooks and the next round. Milliseconds. */
const UNSURE = 5_000;

/**
 * Makes every running meeting agree with the media server: lost, late and wrong webhooks heal here, and rights are
 * asked anew. Harmless when several processes do it at once.
 */
export async function reconcileMeetings(op: Operation): Promise<void> {
  const running = await op.db.meeting.findMany({
    where: { endedAt: null },
    orderBy: { id: 'asc' },
    take: PER_ROUND,
    select: { id: true, roomId: true, startedAt: true },
  });
  for (const meeting of running) {
    const room = await roomPlace(op, meeting.roomId);
    if (!room) continue;
    const askedAt = new Date();
    const live = await enforceRoom(op, room);
    if (live === null) await closeIfAbandoned({ ...op, now: new Date() }, room);
    else await syncStays(op, room, meeting.id, live, askedAt);
  }
}

async function syncStays(
  op: Operation,
  room: RoomPlace,
  meetingId: string,
  live: readonly MediaParticipant[],
  askedAt: Date,
): Promise<void> {
  await inTransaction(op, async (op) => {
    const sids = live.map((one) => one.sid);
    const before = new Date(askedAt.getTime() - UNSURE);
    const gone = await op.db.participant.updateMany({
      where: { meetingId, leftAt: null, joinedAt: { lt: before }, livekitSid: { notIn: sids } },
      data: { leftAt: askedAt },
    });
    // Said to have left, and yet there.
    const back = await op.db.participant.updateMany({
      where: { meetingId, leftAt: { lt: before }, livekitSid: { in: sids } },
      data: { leftAt: null },
    });
    let added = 0;
    const known = new Set(
      (
        await op.db.participant.findMany({
          where: { meetingId, livekitSid: { in: sids } },
          select: { livekitSid: true },
        })
      ).map((row) => row.livekitSid),
    );
    for (const { sid, identity, joinedAt } of live) {
      if (known.has(sid)) continue;
      if (await recordStay(op, { meetingId, sid, identity, joinedAt, leftAt: null })) added += 1;
    }
    if (gone.count + back.count + added === 0) return;
    await publish(op, `space:${room.spaceId}`, {
      type: 'meeting.changed',
      spaceId: room.spaceId,
      roomId: room.id,
      meetingId,
    });
  });
}
