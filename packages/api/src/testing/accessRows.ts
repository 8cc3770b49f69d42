import type { RouteKey } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { type AccessHouse, PNG, SECRET } from './accessHouse';
import { type AccessRow, row } from './accessRow';
import { GUEST_ROWS } from './guestRows';
import { LABEL_ROWS } from './labelRows';
import { ORGANISATION_ROWS } from './organisationRows';
import { SESSION_ROWS } from './sessionRows';
import { SHARING_ROWS } from './sharingRows';

const space = ({ spaceId }: AccessHouse) => ({ spaceId });
const channel = ({ channelId }: AccessHouse) => ({ channelId });
const message = ({ messageId }: AccessHouse) => ({ messageId });
const document = ({ documentId }: AccessHouse) => ({ documentId });
const room = ({ roomId }: AccessHouse) => ({ roomId });
const member = ({ spaceId, memberId }: AccessHouse) => ({ spaceId, userId: memberId });
const reaction = ({ messageId }: AccessHouse) => ({ messageId, emoji: '👍' });
const deviceId = 'b'.repeat(16);
const absent = ({ roomId, people }: AccessHouse) => ({ roomId, identity: `${people.reader.id}:${deviceId}` });

/** Every route of the contracts has its row here; the test fails over one that has none. */
export const ACCESS_ROWS: Record<RouteKey, AccessRow | readonly AccessRow[]> = {
  ...SESSION_ROWS,

  // Account: one's own things, nobody else's.
  'GET /me': row([401, 200, 200, 200, 200]),
  'PATCH /me': row([401, 200, 200, 200, 200], { body: () => ({ theme: 'dark' }) }),
  'POST /tickets': [
    row([401, 404, 201, 201, 201], {
      note: 'of a document',
      body: ({ documentId }) => ({ purpose: 'document', documentId }),
    }),
    row([401, 404, 404, 201, 201], {
      note: 'of a document in the trash',
      body: ({ trashedId }) => ({ purpose: 'document', documentId: trashedId }),
    }),
    row([401, 201, 201, 201, 201], { note: 'of one’s own events', body: () => ({ purpose: 'events' }) }),
  ],
  'GET /home': row([401, 200, 200, 200, 200], { shows: true }),
  'GET /search': row([401, 200, 200, 200, 200], { query: () => ({ q: SECRET.slice(0, 6) }), shows: true }),
  'POST /webhooks/livekit': row([401, 401, 401, 401, 401], {
    bytes: Buffer.from('{"event":"room_finished"}'),
  }),

  // Spaces and people.
  'GET /spaces': row([401, 200, 200, 200, 200], { shows: true }),
  'POST /spaces': row([401, 201, 201, 201, 201], { body: () => ({ name: 'New' }) }, { guest: 403 }),
  'GET /spaces/{spaceId}': row([401, 404, 200, 200, 200], { params: space, shows: true }),
  'PATCH /spaces/{spaceId}': row([401, 404, 403, 403, 200], {
    params: space,
    body: () => ({ name: 'Renamed' }),
  }),
  'GET /spaces/{spaceId}/members': row([401, 404, 200, 200, 200], { params: space }),
  'POST /spaces/{spaceId}/members': [
    row([401, 404, 403, 403, 201], {
      params: space,
      body: ({ otherId }) => ({ userId: otherId, role: 'reader' }),
    }),
    row([401, 404, 403, 403, 404], {
      note: 'somebody of another organisation',
      params: space,
      body: ({ people }) => ({ userId: people.stranger.id, role: 'reader' }),
    }),
    row([401, 404, 403, 403, 404], {
      note: 'somebody of another organisation, by address',
      params: space,
      body: () => ({ email: 'stranger.else@water.example', role: 'reader' }),
    }),
  ],
  'PATCH /spaces/{spaceId}/members/{userId}': [
    row([401, 404, 403, 403, 200], { params: member, body: () => ({ role: 'editor' }) }),
    row([401, 404, 403, 403, 200], {
      note: 'making oneself an owner',
      params: ({ spaceId, people }) => ({ spaceId, userId: people.reader.id }),
      body: () => ({ role: 'owner' }),
    }),
  ],
  'DELETE /spaces/{spaceId}/members/{userId}': row([401, 404, 403, 403, 204], { params: member }),
  'GET /people': [
    row([401, 200, 200, 200, 200], { query: () => ({ q: 'moreau' }) }),
    row([401, 404, 200, 200, 200], {
      note: 'who is not in a space',
      query: ({ spaceId }) => ({ notInSpace: spaceId }),
    }),
  ],
  'GET /people/{userId}': row(
    [401, 200, 200, 200, 200],
    { params: ({ people }) => ({ userId: people.owner.id }) },
    { stranger: 404, guest: 404 },
  ),

  ...SHARING_ROWS,
  ...GUEST_ROWS,
  ...LABEL_ROWS,
  ...ORGANISATION_ROWS,

  // Conversation.
  'GET /channels/{channelId}': row([401, 404, 200, 200, 200], { params: channel, shows: true }),
  'GET /channels/{channelId}/messages': row([401, 404, 200, 200, 200], { params: channel, shows: true }),
  'POST /channels/{channelId}/messages': [
    row([401, 404, 403, 201, 201], { params: channel, body: () => ({ id: newId(), body: 'Hello' }) }),
    row([401, 404, 403, 201, 201], {
      note: 'a reply',
      params: channel,
      body: ({ messageId }) => ({ id: newId(), body: 'Hello', parentId: messageId }),
    }),
  ],
  'PUT /channels/{channelId}/read-cursor': row([401, 404, 200, 200, 200], {
    params: channel,
    body: () => ({ seq: 1 }),
  }),
  'GET /messages/{messageId}': row([401, 404, 200, 200, 200], { params: message, shows: true }),
  'PATCH /messages/{messageId}': row([401, 404, 403, 200, 403], {
    params: message,
    body: () => ({ body: 'Other' }),
  }),
  'DELETE /messages/{messageId}': row([401, 404, 403, 200, 200], { params: message }),
  'GET /messages/{messageId}/replies': row([401, 404, 200, 200, 200], { params: message }),
  'PUT /messages/{messageId}/reactions/{emoji}': row([401, 404, 403, 200, 200], { params: reaction }),
  'DELETE /messages/{messageId}/reactions/{emoji}': row([401, 404, 403, 200, 200], { params: reaction }),

  // Documents.
  'GET /documents': [
    row([401, 200, 200, 200, 200], { shows: true }),
    row([401, 404, 200, 200, 200], {
      note: 'of a space',
      query: ({ spaceId }) => ({ spaceId }),
      shows: true,
    }),
  ],
  'GET /spaces/{spaceId}/documents': [
    row([401, 404, 200, 200, 200], { params: space, shows: true }),
    row([401, 404, 403, 200, 200], { note: 'the trash', params: space, query: () => ({ trashed: 'true' }) }),
  ],
  'POST /spaces/{spaceId}/documents': [
    row([401, 404, 403, 201, 201], { params: space, body: () => ({ title: 'New' }) }),
    row([401, 404, 403, 201, 201], {
      note: 'below another',
      params: space,
      body: ({ documentId }) => ({ title: 'New', parentId: documentId }),
    }),
  ],
  'GET /documents/{documentId}': [
    row([401, 404, 200, 200, 200], { params: document, shows: true }),
    row([401, 404, 404, 200, 200], {
      note: 'in the trash',
      params: ({ trashedId }) => ({ documentId: trashedId }),
    }),
  ],
  'PATCH /documents/{documentId}': row([401, 404, 403, 200, 200], {
    params: document,
    body: () => ({ title: 'Other' }),
  }),
  'POST /documents/{documentId}/move': [
    row([401, 404, 403, 200, 200], { params: document, body: () => ({ parentId: null, afterId: null }) }),
    row([401, 404, 403, 409, 409], {
      note: 'below one in the trash',
      params: document,
      body: ({ trashedId }) => ({ parentId: trashedId, afterId: null }),
    }),
    row([401, 404, 403, 409, 409], {
      note: 'behind one in the trash',
      params: document,
      body: ({ trashedId }) => ({ parentId: null, afterId: trashedId }),
    }),
  ],
  'POST /documents/{documentId}/trash': row([401, 404, 403, 200, 200], { params: document }),
  'POST /documents/{documentId}/restore': row([401, 404, 404, 200, 200], {
    params: ({ trashedId }) => ({ documentId: trashedId }),
  }),
  'POST /documents/{documentId}/images': row([401, 404, 403, 201, 201], { params: document, bytes: PNG }),
  'GET /documents/{documentId}/images/{imageId}': [
    row([401, 404, 200, 200, 200], { params: ({ documentId, imageId }) => ({ documentId, imageId }) }),
    // Who may restore it may look at it there, but not take it out.
    row([401, 404, 404, 403, 403], {
      note: 'of a document in the trash',
      params: ({ trashedId, imageId }) => ({ documentId: trashedId, imageId }),
    }),
  ],

  // Meetings.
  'GET /meetings': [
    row([401, 200, 200, 200, 200], { meeting: true, shows: true }),
    row([401, 200, 200, 200, 200], {
      note: 'of a space, empty where one is not',
      query: ({ spaceId }) => ({ spaceId }),
    }),
  ],
  'GET /rooms/{roomId}': row([401, 404, 200, 200, 200], { params: room, shows: true }),
  'POST /rooms/{roomId}/join': row([401, 404, 200, 200, 200], { params: room, body: () => ({ deviceId }) }),
  // Nobody's device is in the call: who may raise a hand is told that it is not there.
  'PUT /rooms/{roomId}/hand': row([401, 404, 404, 404, 404], {
    params: room,
    body: () => ({ deviceId, raised: true }),
    meeting: true,
  }),
  'PUT /rooms/{roomId}/document': row([401, 404, 403, 200, 200], {
    params: room,
    body: ({ documentId }) => ({ documentId }),
    meeting: true,
  }),
  'POST /rooms/{roomId}/participants/{identity}/mute': row([401, 404, 403, 404, 404], {
    params: absent,
    body: () => ({ source: 'microphone' }),
    meeting: true,
  }),
  'DELETE /rooms/{roomId}/participants/{identity}': row([401, 404, 403, 204, 204], {
    params: absent,
    meeting: true,
  }),
  'POST /rooms/{roomId}/end': row([401, 404, 403, 204, 204], { params: room, meeting: true }),
};
