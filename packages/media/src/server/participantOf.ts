import type { MediaParticipant, MediaTrack } from '@hemicycle/core';
import { type ParticipantInfo, TrackSource } from 'livekit-server-sdk';

const SOURCES: Readonly<Partial<Record<TrackSource, MediaTrack['source']>>> = {
  [TrackSource.MICROPHONE]: 'microphone',
  [TrackSource.CAMERA]: 'camera',
  [TrackSource.SCREEN_SHARE]: 'screen',
  [TrackSource.SCREEN_SHARE_AUDIO]: 'screenAudio',
};

const sourceOf = (source: TrackSource): MediaTrack['source'][] => {
  const known = SOURCES[source];
  return known ? [known] : [];
};

/** LiveKit's participant in our words; tracks of sources we do not use are left out. */
export function participantOf(info: ParticipantInfo): MediaParticipant {
  const permission = info.permission;
  return {
    sid: info.sid,
    identity: info.identity,
    joinedAt: new Date(Number(info.joinedAtMs) || Number(info.joinedAt) * 1000),
    attributes: { ...info.attributes },
    publishes: permission?.canPublish ? permission.canPublishSources.flatMap(sourceOf) : [],
    tracks: info.tracks.flatMap((track) =>
      sourceOf(track.source).map((source) => ({ sid: track.sid, source, muted: track.muted })),
    ),
  };
}
