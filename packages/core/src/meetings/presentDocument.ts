import { DomainError, type Room } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { documentAccess } from '../access/documentAccess';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { presentRoom } from './getRoom';
import { loadRoom, type RoomWithState } from './loadRoom';
import { runningMeeting } from './runningMeeting';

/**
 * Shows a document of the room's space to everyone in the meeting, or none. The document is authorised as well as the
 * room: its id says nothing of where it is.
 */
export async function presentDocument(
  op: Operation,
  roomId: string,
  input: { documentId: string | null },
): Promise<Room> {
  const room = await loadRoom(op, roomId);
  authorize(op.actor, 'room', 'presentDocument', room.state);
  const { userId } = accountOf(op);
  const { documentId } = input;
  if (documentId) await checkDocument(op, room, documentId);
  const meeting = await runningMeeting(op, roomId);
  await inTransaction(op, async (op) => {
    await op.db.meeting.updateMany({ where: { id: meeting.id, endedAt: null }, data: { documentId } });
    await publish(op, `space:${room.spaceId}`, {
      type: 'meeting.changed',
      spaceId: room.spaceId,
      roomId,
      meetingId: meeting.id,
    });
  });
  await op.services.media.announceDocument(roomId, documentId ? { documentId, userId } : null);
  return presentRoom(op, room);
}

async function checkDocument(op: Operation, room: RoomWithState, documentId: string): Promise<void> {
  const document = await documentAccess(op, documentId);
  authorize(op.actor, 'document', 'read', document.state);
  if (document.spaceId !== room.spaceId) throw new DomainError('not_found', 'not a document of this space');
  if (document.state.trashed) throw new DomainError('document_trashed');
}
