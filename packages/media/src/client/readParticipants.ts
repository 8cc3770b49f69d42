import { PARTICIPANT_ATTRIBUTES as ATTRIBUTES } from '@hemicycle/contracts';
import { ConnectionQuality, type Participant, type Room, Track } from 'livekit-client';
import type { CallParticipant, VideoTrack } from './callTypes';
import { handOrder } from './handOrder';

/** The room as the meeting draws it. An unchanged participant keeps its object from `before`. */
export function readParticipants(room: Room, before: readonly CallParticipant[]): readonly CallParticipant[] {
  const remote = [...room.remoteParticipants.values()].sort((a, b) => joinedAt(a) - joinedAt(b));
  // Before the join is answered the local participant has no name yet.
  const present: Participant[] = room.localParticipant.identity ? [room.localParticipant, ...remote] : remote;
  const hands = handOrder(
    present.map(({ identity, attributes }) => ({ identity, raisedAt: attributes[ATTRIBUTES.handRaisedAt] })),
  );
  const known = new Map(before.map((one) => [one.identity, one]));
  const now = present.map((participant) => {
    const next = readParticipant(participant, hands.get(participant.identity) ?? null);
    const old = known.get(next.identity);
    return old && same(old, next) ? old : next;
  });
  return now.length === before.length && now.every((one, index) => one === before[index]) ? before : now;
}

function readParticipant(participant: Participant, hand: number | null): CallParticipant {
  const { identity, attributes } = participant;
  return {
    identity,
    userId: identity.split(':')[0] ?? identity,
    name: participant.name ?? '',
    hue: Number(attributes[ATTRIBUTES.hue] ?? 0) || 0,
    guest: attributes[ATTRIBUTES.guest] === 'true',
    isLocal: participant.isLocal,
    speaking: participant.isSpeaking && participant.isMicrophoneEnabled,
    lastSpokeAt: participant.lastSpokeAt?.getTime() ?? 0,
    microphoneOn: participant.isMicrophoneEnabled,
    camera: liveVideo(participant, Track.Source.Camera),
    screen: liveVideo(participant, Track.Source.ScreenShare),
    hand,
    quality: QUALITY[participant.connectionQuality],
    joinedAt: joinedAt(participant),
  };
}

const QUALITY: Readonly<Record<ConnectionQuality, CallParticipant['quality']>> = {
  [ConnectionQuality.Excellent]: 'good',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
};

function liveVideo(participant: Participant, source: Track.Source): VideoTrack | null {
  const publication = participant.getTrackPublication(source);
  return publication?.videoTrack && !publication.isMuted ? (publication.videoTrack as VideoTrack) : null;
}

const joinedAt = (participant: Participant): number => participant.joinedAt?.getTime() ?? 0;

function same(a: CallParticipant, b: CallParticipant): boolean {
  return (Object.keys(b) as (keyof CallParticipant)[]).every((key) => a[key] === b[key]);
}
