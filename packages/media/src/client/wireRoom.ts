import { PARTICIPANT_ATTRIBUTES } from '@hemicycle/contracts';
import { type DisconnectReason, type Participant, type Room, RoomEvent, Track } from 'livekit-client';
import type { CallNotice, CallState } from './callTypes';
import type { Source } from './LocalMedia';
import type { RemoteSound } from './RemoteSound';

export interface RoomSink {
  changed(): void;
  state(state: CallState): void;
  disconnected(reason: DisconnectReason | undefined): void;
  notice(notice: CallNotice): void;
  allowed(sources: readonly Source[]): void;
  readonly sound: RemoteSound;
}

/** Events after which the picture of the room may differ. */
const CHANGES = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantActive,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.RoomMetadataChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.Reconnected,
] as const;

/** Numbers of LiveKit's protocol for what we send. */
const SOURCES = [
  ['camera', 1],
  ['microphone', 2],
  ['screen', 3],
] as const;

/** Connects a room's events to the call; the function returned takes every listener off again. */
export function wireRoom(room: Room, sink: RoomSink): () => void {
  for (const event of CHANGES) room.on(event, sink.changed);
  room
    .on(RoomEvent.TrackSubscribed, (track) => sink.sound.add(track))
    .on(RoomEvent.TrackUnsubscribed, (track) => sink.sound.remove(track))
    .on(RoomEvent.Reconnecting, () => sink.state('reconnecting'))
    .on(RoomEvent.SignalReconnecting, () => sink.state('reconnecting'))
    .on(RoomEvent.Reconnected, () => sink.state('connected'))
    .on(RoomEvent.Disconnected, (reason) => sink.disconnected(reason))
    .on(RoomEvent.ParticipantConnected, ({ name }) => sink.notice({ type: 'joined', name: name ?? '' }))
    .on(RoomEvent.ParticipantDisconnected, ({ name }) => sink.notice({ type: 'left', name: name ?? '' }))
    .on(RoomEvent.TrackPublished, (publication, participant) => {
      if (publication.source === Track.Source.ScreenShare) {
        sink.notice({ type: 'screenStarted', name: participant.name ?? '' });
      }
    })
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, { isLocal, permissions }) => {
      if (!isLocal || !permissions) return;
      const numbers = permissions.canPublish ? permissions.canPublishSources : [];
      sink.allowed(SOURCES.filter(([, number]) => numbers.includes(number)).map(([source]) => source));
    })
    .on(RoomEvent.ParticipantAttributesChanged, (changed, participant: Participant) => {
      if (!participant.isLocal && changed[PARTICIPANT_ATTRIBUTES.handRaisedAt]) {
        sink.notice({ type: 'handRaised', name: participant.name ?? '' });
      }
    });
  return () => void room.removeAllListeners();
}
