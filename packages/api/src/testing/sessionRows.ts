import type { AccessHouse } from './accessHouse';
import { row } from './accessRow';

const owner = ({ people }: AccessHouse) => ({ userId: people.owner.id });
const other = ({ otherId }: AccessHouse) => ({ userId: otherId });
const session = ({ otherId, otherSessionId }: AccessHouse) => ({
  userId: otherId,
  sessionId: otherSessionId,
});

/** Sessions: one's own, and for administrators those of their organisation. Nobody else learns that there are any. */
export const SESSION_ROWS = {
  'POST /session': row([401, 401, 401, 401, 401], {
    body: () => ({ accessToken: 'forged', idToken: 'forged' }),
  }),
  // Off unless switched on: not even that there is such a thing is told.
  'POST /session/break-glass': row([404, 404, 404, 404, 404], { body: () => ({ password: 'guessed' }) }),
  'GET /session': row([401, 200, 200, 200, 200]),
  'POST /session/activity': row([401, 200, 200, 200, 200]),
  'DELETE /session': row([401, 204, 204, 204, 204]),
  'GET /people/{userId}/sessions': [
    row([401, 404, 404, 404, 200], { params: owner }, { administrator: 200 }),
    row([401, 404, 404, 404, 404], { note: 'of somebody else', params: other }, { administrator: 200 }),
  ],
  'DELETE /people/{userId}/sessions/{sessionId}': [
    row([401, 404, 404, 404, 404], { params: session }, { administrator: 204 }),
    row([401, 404, 404, 404, 404], {
      note: 'of somebody else under the caller’s own name',
      params: ({ people, otherSessionId }) => ({ userId: people.reader.id, sessionId: otherSessionId }),
    }),
  ],
  'DELETE /people/{userId}/sessions': row(
    [401, 404, 404, 404, 404],
    { params: other },
    { administrator: 204 },
  ),
  // OpenID Connect Back-Channel Logout 1.0, 2.8.
  'POST /webhooks/keycloak/logout': row([400, 400, 400, 400, 400], {
    bytes: Buffer.from('logout_token=forged'),
  }),
};
