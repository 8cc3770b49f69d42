import type { Abilities } from '@hemicycle/contracts';

/** One live track of a participant. */
export interface MediaTrack {
  readonly sid: string;
  readonly source: 'microphone' | 'camera' | 'screen' | 'screenAudio';
  readonly muted: boolean;
}

/** A connected device, as the media server itself tells it. */
export interface MediaParticipant {
  /** The media server's name of this one stay; a reconnect after a loss gets a new one. */
  readonly sid: string;
  /** `<userId>:<deviceId>` */
  readonly identity: string;
  readonly joinedAt: Date;
  readonly attributes: Readonly<Record<string, string>>;
  /** Sources the token allows, to compare with what policies answer now. */
  readonly publishes: readonly MediaTrack['source'][];
  readonly tracks: readonly MediaTrack[];
}

export interface MediaPass {
  /** ws(s) address of our own origin. */
  readonly url: string;
  readonly token: string;
  readonly expiresAt: Date;
}

export interface MediaPassRequest {
  readonly roomId: string;
  readonly identity: string;
  /** Name of the verified account. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What policies answered for this account and room. */
  readonly abilities: Abilities<'room'>;
}

/** What a verified webhook tells. A hint: it may come twice, late, out of order or never. */
export interface MediaEvent {
  readonly id: string;
  readonly type: 'participantJoined' | 'participantLeft' | 'roomFinished' | 'other';
  readonly roomId: string;
  readonly at: Date;
  readonly participant: { readonly sid: string; readonly identity: string } | null;
}

/**
 * The media server, as operations need it; a room's name there is the room's id. Every call is bounded in time and
 * raises `media_unavailable` when the server does not answer.
 */
export interface MediaServer {
  /** Opens the room when it is not open; nobody but us can. */
  openRoom(roomId: string): Promise<void>;
  /** A token for one device and one room; its grants are exactly the abilities. */
  pass(request: MediaPassRequest): Promise<MediaPass>;
  /** null: the room is not open. */
  participants(roomId: string): Promise<MediaParticipant[] | null>;
  /** Those of `roomIds` that are open. */
  openRooms(roomIds: readonly string[]): Promise<Set<string>>;
  /** @throws DomainError `not_found` when the participant is gone. */
  mute(roomId: string, identity: string, source: 'microphone' | 'camera' | 'screen'): Promise<void>;
  /** Disconnects; a participant that is gone already is no error. */
  remove(roomId: string, identity: string): Promise<void>;
  /** Disconnects everyone and closes the room; a closed room is no error. */
  end(roomId: string): Promise<void>;
  /** Sets or, with an empty string, removes attributes. @throws DomainError `not_found` */
  setAttributes(
    roomId: string,
    identity: string,
    attributes: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Makes a live participant's rights what policies answer now. */
  setAbilities(roomId: string, identity: string, abilities: Abilities<'room'>): Promise<void>;
  /** Told to everyone in the room at once: who shows which document. */
  announceDocument(roomId: string, shown: { documentId: string; userId: string } | null): Promise<void>;
  /**
   * Checks the sender's signature and the SHA-256 of the raw body.
   * @throws DomainError `invalid_token`
   */
  readWebhook(rawBody: Uint8Array, authorization: string | null): Promise<MediaEvent>;
}
