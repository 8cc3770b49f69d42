import type { Abilities } from '@hemicycle/contracts';
import { TrackSource, type VideoGrant } from 'livekit-server-sdk';

const SOURCES: readonly [keyof Abilities<'room'>, readonly TrackSource[]][] = [
  ['publishMicrophone', [TrackSource.MICROPHONE]],
  ['publishCamera', [TrackSource.CAMERA]],
  ['publishScreen', [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO]],
];

/** What the abilities let a participant send. */
export function sourcesOf(abilities: Abilities<'room'>): TrackSource[] {
  return SOURCES.flatMap(([ability, sources]) => (abilities[ability] ? sources : []));
}

/**
 * The grants of a media token, from policies' answers and nothing else. Never `roomAdmin` nor `roomCreate`: a host
 * acts through our API. No data messages: whatever everyone hears goes through a server that checks it.
 */
export function grantsOf(roomId: string, abilities: Abilities<'room'>): VideoGrant {
  const sources = sourcesOf(abilities);
  return {
    room: roomId,
    roomJoin: abilities.join,
    canSubscribe: abilities.join,
    canPublish: sources.length > 0,
    canPublishSources: sources,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  };
}
