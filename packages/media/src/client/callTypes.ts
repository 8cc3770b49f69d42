import type { LocalVideoTrack, RemoteVideoTrack } from 'livekit-client';

export type VideoTrack = LocalVideoTrack | RemoteVideoTrack;

/** One connected device, as the meeting draws it. The object stays the same while nothing of it changes. */
export interface CallParticipant {
  /** `<userId>:<deviceId>` */
  readonly identity: string;
  readonly userId: string;
  readonly name: string;
  readonly hue: number;
  readonly guest: boolean;
  readonly isLocal: boolean;
  readonly speaking: boolean;
  /** Milliseconds since 1970; 0: not yet. Orders who is drawn when not everyone fits. */
  readonly lastSpokeAt: number;
  readonly microphoneOn: boolean;
  readonly camera: VideoTrack | null;
  readonly screen: VideoTrack | null;
  /** Place among raised hands, from 1, by the server's time; null: not raised. */
  readonly hand: number | null;
  readonly quality: 'good' | 'poor' | 'lost' | 'unknown';
  readonly joinedAt: number;
}

/**
 * `reconnecting`: the connection is being mended underneath; `rebuilding`: it is dead and a new one is built with a
 * fresh token.
 */
export type CallState = 'connecting' | 'connected' | 'reconnecting' | 'rebuilding' | 'ended';

/** Why a call is over, each with its own page. `moved`: joined again from another tab of this browser. */
export type CallEnd =
  | 'left'
  | 'removed'
  | 'finished'
  | 'forbidden'
  | 'signedOut'
  | 'moved'
  | 'lost'
  | 'unavailable';

export interface ShownDocument {
  readonly documentId: string;
  /** Who shows it. */
  readonly userId: string;
}

export interface CallSnapshot {
  readonly state: CallState;
  readonly end: CallEnd | null;
  readonly meetingId: string | null;
  /** Local device first, then in the order of joining. */
  readonly participants: readonly CallParticipant[];
  /** Those who spoke last, latest first; at most 6. */
  readonly speakers: readonly string[];
  readonly shown: ShownDocument | null;
  /** The browser wants a click before it plays sound. */
  readonly soundBlocked: boolean;
}

/** What happened, for announcements: never the only way to see it. */
export type CallNotice =
  | { readonly type: 'joined' | 'left' | 'handRaised' | 'screenStarted'; readonly name: string }
  | { readonly type: 'mutedByHost'; readonly source: 'microphone' | 'camera' | 'screen' }
  | { readonly type: 'connectionLost' | 'connectionBack' };
