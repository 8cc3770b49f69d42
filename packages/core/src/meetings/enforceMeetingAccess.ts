import { spacesOfPeople } from '../access/spacesOfPeople';
import type { Operation } from '../operation';
import { enforceRoom } from './enforceRoom';
import { roomPlace } from './loadRoom';
import { userOfIdentity } from './mediaIdentity';

/**
 * A person's rights or sessions changed: their devices lose, in every running meeting they may be in, what they may
 * no longer do. `spaceId` narrows it to one space's room.
 */
export async function enforceMeetingAccess(
  op: Operation,
  userId: string,
  spaceId: string | null,
): Promise<void> {
  const spaces = await spacesOfPeople(op.db, [userId], op.now);
  const meetings = await op.db.meeting.findMany({
    where: {
      endedAt: null,
      room: spaceId ? { spaceId } : {},
      // A lost webhook may have kept a stay from being written, hence also every space the person is still in.
      ...(spaceId
        ? {}
        : {
            OR: [
              { participants: { some: { userId, leftAt: null } } },
              { room: { spaceId: { in: [...(spaces.get(userId)?.keys() ?? [])] } } },
            ],
          }),
    },
    select: { roomId: true },
  });
  for (const { roomId } of meetings) {
    const room = await roomPlace(op, roomId);
    if (room) await enforceRoom(op, room, (one) => userOfIdentity(one.identity) === userId);
  }
}
