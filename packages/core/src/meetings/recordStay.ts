import { ParticipantIdentity } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { userOfIdentity } from './mediaIdentity';

export interface Stay {
  readonly meetingId: string;
  readonly sid: string;
  readonly identity: string;
  readonly joinedAt: Date;
  /** null: still inside, as far as this report knows. */
  readonly leftAt: Date | null;
}

/**
 * Writes one stay by the media server's own name of it, whatever comes first: a second report changes nothing, an
 * end is never taken back by a late beginning. Identities that are not ours (a recorder, say) are left out.
 * @returns whether anything changed
 */
export async function recordStay(op: Operation, stay: Stay): Promise<boolean> {
  if (!ParticipantIdentity.safeParse(stay.identity).success) return false;
  const userId = userOfIdentity(stay.identity);
  if (!(await op.db.user.findUnique({ where: { id: userId }, select: { id: true } }))) return false;
  const { count } = await op.db.participant.createMany({
    data: [
      {
        meetingId: stay.meetingId,
        livekitSid: stay.sid,
        userId,
        identity: stay.identity,
        joinedAt: stay.joinedAt,
        leftAt: stay.leftAt,
      },
    ],
    skipDuplicates: true,
  });
  if (count > 0) return true;
  if (stay.leftAt === null) return false;
  const { count: ended } = await op.db.participant.updateMany({
    where: { meetingId: stay.meetingId, livekitSid: stay.sid, leftAt: null },
    data: { leftAt: stay.leftAt },
  });
  return ended > 0;
}
