import type { CallSummary } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { meetingPeople } from './meetingPeople';

/** As many faces as a stack of avatars shows. */
const FACES = 5;

/**
 * The running call of each room that has one, by room id. Asks no right: the caller has already read the rooms' space.
 */
export async function callSummaries(
  op: Operation,
  roomIds: readonly string[],
): Promise<Map<string, CallSummary>> {
  if (roomIds.length === 0) return new Map();
  const running = await op.db.meeting.findMany({
    where: { roomId: { in: [...roomIds] }, endedAt: null },
    select: { id: true, roomId: true, startedAt: true },
  });
  const people = await meetingPeople(
    op,
    running.map((meeting) => meeting.id),
    FACES,
  );
  return new Map(
    running.map((meeting) => {
      const inside = people.get(meeting.id);
      return [
        meeting.roomId,
        {
          meetingId: meeting.id,
          startedAt: meeting.startedAt.toISOString(),
          participantCount: inside?.count ?? 0,
          participants: inside?.people ?? [],
        },
      ];
    }),
  );
}
