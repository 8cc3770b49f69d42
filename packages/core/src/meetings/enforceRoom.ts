import { PARTICIPANT_ATTRIBUTES } from '@hemicycle/contracts';
import { type Account, abilities } from '@hemicycle/policies';
import { spacesOfPeople } from '../access/spacesOfPeople';
import type { Operation } from '../operation';
import type { RoomPlace } from './loadRoom';
import type { MediaParticipant, MediaTrack } from './MediaServer';
import { userOfIdentity } from './mediaIdentity';
import { sessionActors } from './sessionActors';

const SENDS = [
  ['microphone', 'publishMicrophone'],
  ['camera', 'publishCamera'],
  ['screen', 'publishScreen'],
] as const;

/**
 * Asks policies anew for everyone connected to a room (or those `only` names): who may not be there is disconnected,
 * who may send less or more than before is told so. A token cannot be called back, so this also meets those who come
 * again with an old one.
 * @returns who stays, or null when the room is not open
 */
export async function enforceRoom(
  op: Operation,
  room: RoomPlace,
  only: (participant: MediaParticipant) => boolean = () => true,
): Promise<MediaParticipant[] | null> {
  const live = await op.services.media.participants(room.id);
  if (live === null) return null;
  const userIds = live.filter(only).map((one) => userOfIdentity(one.identity));
  const [actors, roles] = await Promise.all([
    sessionActors(op, userIds),
    spacesOfPeople(op.db, userIds, op.now),
  ]);
  const stay: MediaParticipant[] = [];
  for (const participant of live) {
    if (!only(participant)) {
      stay.push(participant);
      continue;
    }
    const actor = accountOfParticipant(participant, actors);
    const now =
      actor && abilities(actor, 'room', { role: roles.get(actor.userId)?.get(room.spaceId) ?? null });
    if (!now?.join) {
      await op.services.media.remove(room.id, participant.identity);
      op.log.info(
        { roomId: room.id, identity: participant.identity },
        'removed from a meeting: no right to it',
      );
      continue;
    }
    const sends = SENDS.filter(([, ability]) => now[ability]).map(([source]) => source);
    if (!sendsExactly(participant, sends)) {
      await op.services.media.setAbilities(room.id, participant.identity, now);
    }
    stay.push(participant);
  }
  return stay;
}

/** The live session this device joined by; the identity must be the same person's. */
function accountOfParticipant(
  participant: MediaParticipant,
  actors: ReadonlyMap<string, Account>,
): Account | undefined {
  const actor = actors.get(participant.attributes[PARTICIPANT_ATTRIBUTES.session] ?? '');
  return actor?.userId === userOfIdentity(participant.identity) ? actor : undefined;
}

function sendsExactly(participant: MediaParticipant, sends: readonly MediaTrack['source'][]): boolean {
  const allowed: readonly MediaTrack['source'][] = participant.publishes.filter(
    (source) => source !== 'screenAudio',
  );
  return allowed.length === sends.length && sends.every((source) => allowed.includes(source));
}
