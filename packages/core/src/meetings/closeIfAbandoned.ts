import { inTransaction, type Operation } from '../operation';
import { closeMeeting } from './closeMeeting';
import type { RoomPlace } from './loadRoom';
import { lockRoom } from './runningMeeting';

/**
 * Ends the running meeting when its media room is closed. The media server is asked while the room is held: a join
 * opens the media room before it looks for the meeting, so it either finds the room open here or a new meeting there.
 */
export function closeIfAbandoned(op: Operation, room: RoomPlace): Promise<boolean> {
  return inTransaction(op, async (op) => {
    await lockRoom(op, room.id);
    const open = await op.services.media.openRooms([room.id]);
    return open.has(room.id) ? false : closeMeeting(op, room, null);
  });
}
