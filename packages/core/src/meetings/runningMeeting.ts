import { DomainError } from '@hemicycle/contracts';
import type { Operation } from '../operation';

/**
 * Holds the room until the end of the transaction: a meeting starts or ends in it one at a time. Only inside one.
 */
export async function lockRoom(op: Operation, roomId: string): Promise<void> {
  await op.db.$queryRaw`SELECT id FROM rooms WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
}

export interface RunningMeeting {
  readonly id: string;
  readonly startedById: string | null;
}

export function findRunningMeeting(op: Operation, roomId: string): Promise<RunningMeeting | null> {
  return op.db.meeting.findFirst({
    where: { roomId, endedAt: null },
    select: { id: true, startedById: true },
  });
}

/** @throws DomainError `conflict` when nobody meets in the room now */
export async function runningMeeting(op: Operation, roomId: string): Promise<RunningMeeting> {
  const meeting = await findRunningMeeting(op, roomId);
  if (!meeting) throw new DomainError('conflict', 'no meeting runs in this room');
  return meeting;
}
