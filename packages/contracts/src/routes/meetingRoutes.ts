import { z } from 'zod';
import { Id, page } from '../shapes/common';
import {
  JoinRoom,
  Meeting,
  MeetingsQuery,
  MuteParticipant,
  ParticipantIdentity,
  PresentDocument,
  RaiseHand,
  Room,
  RoomPass,
} from '../shapes/meetings';
import { defineRoutes } from './route';

const roomId = z.object({ roomId: Id });
const participant = z.object({ roomId: Id, identity: ParticipantIdentity });

export const meetingRoutes = defineRoutes({
  'GET /meetings': {
    summary: 'Meetings of the caller’s spaces, running ones first, then the latest',
    access: 'session',
    query: MeetingsQuery,
    response: page(Meeting),
  },
  'GET /rooms/{roomId}': { summary: 'A room', access: 'session', params: roomId, response: Room },
  'POST /rooms/{roomId}/join': {
    summary: 'A minutes-long media token; starts the meeting when none runs',
    access: 'session',
    params: roomId,
    body: JoinRoom,
    response: RoomPass,
    status: 200,
  },
  'PUT /rooms/{roomId}/hand': {
    summary: 'Raise or lower one’s hand',
    access: 'session',
    params: roomId,
    body: RaiseHand,
    response: null,
  },
  'PUT /rooms/{roomId}/document': {
    summary: 'Show a document of the space to everyone in the meeting, or none',
    access: 'session',
    params: roomId,
    body: PresentDocument,
    response: Room,
  },
  'POST /rooms/{roomId}/participants/{identity}/mute': {
    summary: 'Host: mute someone’s microphone, camera or screen',
    access: 'session',
    params: participant,
    body: MuteParticipant,
    response: null,
  },
  'DELETE /rooms/{roomId}/participants/{identity}': {
    summary: 'Host: remove someone from the meeting',
    access: 'session',
    params: participant,
    response: null,
  },
  'POST /rooms/{roomId}/end': {
    summary: 'Host: end the meeting for everyone',
    access: 'session',
    params: roomId,
    response: null,
  },
});
