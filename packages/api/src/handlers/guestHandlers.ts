import {
  askForCode,
  askForWayIn,
  enterAsGuest,
  inviteGuest,
  listGuests,
  lookAtDoor,
  removeGuest,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const guestHandlers = defineHandlers({
  'POST /access/{resourceType}/{resourceId}/guests': (op, { params, body }) =>
    inviteGuest(op, { ...params, ...body }),
  'POST /guests/look': (op, { body }) => lookAtDoor(op, body),
  'POST /guests/code': (op, { body }) => askForCode(op, body),
  'POST /guests/enter': async (op, { body, headers, auth, answerHeaders }) => {
    const { actor: before } = await auth.actorOf(headers.get('cookie'));
    const { place, session } = await enterAsGuest(op, body, auth.openGuestSession);
    answerHeaders.append('set-cookie', session.cookie);
    // One browser, one person: whoever was signed in here is signed out, as the page has said.
    if (before.kind === 'account') await auth.endSession(before);
    return place;
  },
  'POST /guests/again': (op, { body }) => askForWayIn(op, body),
  'GET /guests': (op, { query }) => listGuests(op, query),
  'DELETE /guests/{userId}': (op, { params }) => removeGuest(op, params),
});
