import { newId } from '@hemicycle/db';
import type { AccessHouse } from './accessHouse';
import { row } from './accessRow';

const ofSpace = ({ spaceId }: AccessHouse) => ({ resourceType: 'space', resourceId: spaceId });
const ofDocument = ({ documentId }: AccessHouse) => ({ resourceType: 'document', resourceId: documentId });
const invitation = () => ({
  email: `${newId()}@elsewhere.example`,
  role: 'reader',
  expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString(),
  locale: 'en',
});
const nobodys = () => ({ token: newId() });

/** Guests and notifications. Doors answer everybody the same: who stands there has no standing yet. */
export const GUEST_ROWS = {
  'POST /access/{resourceType}/{resourceId}/guests': [
    row([401, 404, 403, 403, 201], { note: 'to a space', params: ofSpace, body: invitation }),
    row([401, 404, 403, 403, 201], { note: 'to a document', params: ofDocument, body: invitation }),
    row([401, 404, 403, 403, 400], {
      note: 'for ever',
      params: ofDocument,
      body: () => ({ ...invitation(), role: 'editor', expiresAt: '9999-01-01T00:00:00Z' }),
    }),
  ],
  'POST /guests/look': [
    row([404, 404, 404, 404, 404], { note: 'that nobody made', body: nobodys }),
    row([404, 404, 404, 404, 404], {
      note: 'a link for the organisation only',
      body: ({ linkToken }) => ({ token: linkToken }),
    }),
  ],
  'POST /guests/code': row([404, 404, 404, 404, 404], { body: () => ({ ...nobodys(), locale: 'en' }) }),
  'POST /guests/enter': [
    row([404, 404, 404, 404, 404], {
      note: 'that nobody made',
      body: () => ({ ...nobodys(), name: 'Nobody', locale: 'en' }),
    }),
    row([404, 404, 404, 404, 404], {
      note: 'a link for the organisation only',
      body: ({ linkToken }) => ({ token: linkToken, name: 'Nobody', locale: 'en' }),
    }),
  ],
  'POST /guests/again': row([204, 204, 204, 204, 204], {
    body: () => ({ email: 'nobody@elsewhere.example', locale: 'en' }),
  }),
  'GET /guests': row([401, 403, 403, 403, 403], {}, { administrator: 200, stranger: 403 }),
  'DELETE /guests/{userId}': [
    row(
      [401, 403, 403, 403, 403],
      { note: 'somebody who is none', params: ({ people }) => ({ userId: people.reader.id }) },
      { administrator: 404 },
    ),
    row(
      [401, 403, 403, 403, 403],
      { note: 'another house’s', params: ({ people }) => ({ userId: people.stranger.id }) },
      { administrator: 404 },
    ),
  ],
  'GET /notifications': row([401, 200, 200, 200, 200]),
  'GET /notifications/unread': row([401, 200, 200, 200, 200]),
  'POST /notifications/read': [
    row([401, 200, 200, 200, 200], { body: () => ({ through: newId() }) }),
    row([401, 200, 200, 200, 200], {
      note: 'what the owner is told of',
      body: ({ notificationId }: AccessHouse) => ({ ids: [notificationId] }),
    }),
  ],
  'GET /notifications/settings': row([401, 200, 200, 200, 200]),
  'PUT /notifications/settings': row([401, 200, 200, 200, 200], {
    body: () => ({
      mail: 'off',
      dailyHour: 8,
      timeZone: 'Europe/Paris',
      quiet: null,
      ways: { mention: 'bell', reply: 'bell', invitation: 'bell', request: 'bell' },
    }),
  }),
};
