import {
  endMeeting,
  getRoom,
  joinRoom,
  listMeetings,
  muteParticipant,
  presentDocument,
  raiseHand,
  removeParticipant,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const meetingHandlers = defineHandlers({
  'GET /meetings': (op, { query }) => listMeetings(op, query),
  'GET /rooms/{roomId}': (op, { params }) => getRoom(op, params.roomId),
  'POST /rooms/{roomId}/join': (op, { params, body }) => joinRoom(op, params.roomId, body),
  'PUT /rooms/{roomId}/hand': (op, { params, body }) => raiseHand(op, params.roomId, body),
  'PUT /rooms/{roomId}/document': (op, { params, body }) => presentDocument(op, params.roomId, body),
  'POST /rooms/{roomId}/participants/{identity}/mute': (op, { params, body }) =>
    muteParticipant(op, params.roomId, params.identity, body.source),
  'DELETE /rooms/{roomId}/participants/{identity}': (op, { params }) =>
    removeParticipant(op, params.roomId, params.identity),
  'POST /rooms/{roomId}/end': (op, { params }) => endMeeting(op, params.roomId),
});
