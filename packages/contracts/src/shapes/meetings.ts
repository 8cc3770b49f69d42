import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { Id, PageQuery, PersonSummary, Time } from './common';
import { LabelMark } from './labels';
import { CallSummary } from './spaces';

export const Room = z.object({
  id: Id,
  spaceId: Id,
  channelId: Id,
  name: z.string(),
  /** Of its space. */
  label: LabelMark.nullable(),
  call: CallSummary.nullable(),
  /** Shown to all in the running meeting. */
  documentId: Id.nullable(),
  abilities: abilitiesOf('room'),
});
export type Room = z.infer<typeof Room>;

/** Random name of one browser profile, kept in its storage: with the account it forms the media identity. */
export const DeviceId = z.string().regex(/^[a-z0-9]{16}$/);

export const JoinRoom = z.object({ deviceId: DeviceId });

/** `url` is the page's own origin as ws(s): the signalling is proxied. The token opens one room, for minutes. */
export const RoomPass = z.object({
  url: z.string(),
  token: z.string(),
  identity: z.string(),
  meetingId: Id,
  expiresAt: Time,
});
export type RoomPass = z.infer<typeof RoomPass>;

export const RaiseHand = z.object({ deviceId: DeviceId, raised: z.boolean() });
export const PresentDocument = z.object({ documentId: Id.nullable() });
export const MuteParticipant = z.object({ source: z.enum(['microphone', 'camera', 'screen']) });

/** `<userId>:<deviceId>` */
export const ParticipantIdentity = z.string().regex(/^[0-9a-f-]{36}:[a-z0-9]{16}$/);

/** LiveKit participant attributes we set on the server; all values are strings. */
export const PARTICIPANT_ATTRIBUTES = {
  userId: 'userId',
  hue: 'hue',
  guest: 'guest',
  handRaisedAt: 'handRaisedAt',
  /** Opaque tag of the session that joined: its end ends this participant's call. */
  session: 'session',
} as const;

export const Meeting = z.object({
  id: Id,
  roomId: Id,
  spaceId: Id,
  spaceName: z.string(),
  startedAt: Time,
  endedAt: Time.nullable(),
  startedBy: PersonSummary.nullable(),
  participantCount: z.int(),
  participants: z.array(PersonSummary),
});
export type Meeting = z.infer<typeof Meeting>;

export const MeetingsQuery = PageQuery.extend({
  spaceId: Id.optional(),
  running: z.enum(['true', 'false']).optional(),
});
