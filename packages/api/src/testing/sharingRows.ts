import { newId } from '@hemicycle/db';
import type { AccessHouse } from './accessHouse';
import { row } from './accessRow';

const space = ({ spaceId }: AccessHouse) => ({ spaceId });
const group = ({ groupId }: AccessHouse) => ({ groupId });
const ofSpace = ({ spaceId }: AccessHouse) => ({ resourceType: 'space', resourceId: spaceId });
const ofDocument = ({ documentId }: AccessHouse) => ({ resourceType: 'document', resourceId: documentId });
const grantOnSpace = (house: AccessHouse) => ({ ...ofSpace(house), grantId: house.spaceGrantId });
const grantOnDocument = (house: AccessHouse) => ({ ...ofDocument(house), grantId: house.documentGrantId });
const toOther = ({ otherId }: AccessHouse) => ({
  subject: { type: 'person', userId: otherId },
  role: 'reader',
});

/** Groups are not told to guests, nor to other organisations. */
const OUTSIDE_GROUPS = { guest: 404, stranger: 404 } as const;

/** Groups and sharing. */
export const SHARING_ROWS = {
  // Groups: the organisation sees them, its administrators keep them.
  'GET /groups': row([401, 200, 200, 200, 200], {}, { guest: 403 }),
  'POST /groups': row(
    [401, 403, 403, 403, 403],
    { body: () => ({ name: `Group ${newId()}` }) },
    { administrator: 201 },
  ),
  'GET /groups/{groupId}': row([401, 200, 200, 200, 200], { params: group }, OUTSIDE_GROUPS),
  'PATCH /groups/{groupId}': row(
    [401, 403, 403, 403, 403],
    { params: group, body: () => ({ name: `Group ${newId()}` }) },
    { ...OUTSIDE_GROUPS, administrator: 200 },
  ),
  'DELETE /groups/{groupId}': row(
    [401, 403, 403, 403, 403],
    { params: group },
    { ...OUTSIDE_GROUPS, administrator: 204 },
  ),
  'GET /groups/{groupId}/members': row([401, 200, 200, 200, 200], { params: group }, OUTSIDE_GROUPS),
  'PUT /groups/{groupId}/members/{memberType}/{memberId}': [
    row(
      [401, 403, 403, 403, 403],
      {
        note: 'a person',
        params: ({ groupId, otherId }) => ({ groupId, memberType: 'person', memberId: otherId }),
      },
      { ...OUTSIDE_GROUPS, administrator: 204 },
    ),
    row(
      [401, 403, 403, 403, 403],
      {
        note: 'a group',
        params: ({ groupId, otherGroupId }) => ({ groupId, memberType: 'group', memberId: otherGroupId }),
      },
      { ...OUTSIDE_GROUPS, administrator: 204 },
    ),
    row(
      [401, 403, 403, 403, 403],
      {
        note: 'somebody of another organisation',
        params: ({ groupId, people }) => ({ groupId, memberType: 'person', memberId: people.stranger.id }),
      },
      { ...OUTSIDE_GROUPS, administrator: 404 },
    ),
  ],
  'DELETE /groups/{groupId}/members/{memberType}/{memberId}': row(
    [401, 403, 403, 403, 403],
    { params: ({ groupId, memberId }) => ({ groupId, memberType: 'person', memberId }) },
    { ...OUTSIDE_GROUPS, administrator: 204 },
  ),

  // Only what waits for the caller as its owner: the editor owns nothing, so the secret is looked for in the core's test.
  'GET /access/requests': row([401, 200, 200, 200, 200]),

  // Sharing. Readers know what they read, not who else does; of grants they are told their own.
  'GET /access/{resourceType}/{resourceId}': [
    row([401, 404, 403, 200, 200], { note: 'of a space', params: ofSpace, shows: false }),
    row([401, 404, 403, 200, 200], { note: 'of a document', params: ofDocument }),
  ],
  'GET /access/{resourceType}/{resourceId}/grants': [
    row([401, 404, 200, 200, 200], { note: 'of a space', params: ofSpace }),
    row([401, 404, 200, 200, 200], { note: 'of a document', params: ofDocument }),
  ],
  'GET /access/{resourceType}/{resourceId}/people': [
    row([401, 404, 403, 200, 200], { note: 'of a space', params: ofSpace }),
    row([401, 404, 403, 200, 200], { note: 'of a document', params: ofDocument }),
  ],
  'POST /access/{resourceType}/{resourceId}/grants': [
    row([401, 404, 403, 403, 201], { note: 'on a space', params: ofSpace, body: toOther }),
    row([401, 404, 403, 403, 201], { note: 'on a document', params: ofDocument, body: toOther }),
    row([401, 404, 403, 403, 201], {
      note: 'to a group',
      params: ofDocument,
      body: ({ groupId }) => ({ subject: { type: 'group', groupId }, role: 'owner' }),
    }),
    row([401, 404, 403, 403, 404], {
      note: 'to somebody of another organisation',
      params: ofDocument,
      body: ({ people }) => ({ subject: { type: 'person', userId: people.stranger.id }, role: 'reader' }),
    }),
    row([401, 404, 403, 403, 404], {
      note: 'to a group of another organisation',
      params: ofDocument,
      body: ({ foreignGroupId }) => ({ subject: { type: 'group', groupId: foreignGroupId }, role: 'reader' }),
    }),
  ],
  'PATCH /access/{resourceType}/{resourceId}/grants/{grantId}': [
    row([401, 404, 403, 403, 200], {
      note: 'on a space',
      params: grantOnSpace,
      body: () => ({ role: 'reader' }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'on a document',
      params: grantOnDocument,
      body: () => ({ role: 'editor' }),
    }),
    row([401, 404, 403, 404, 404], {
      note: 'a grant that stands elsewhere',
      params: (house) => ({ ...ofDocument(house), grantId: house.spaceGrantId }),
      body: () => ({ role: 'reader' }),
    }),
  ],
  'DELETE /access/{resourceType}/{resourceId}/grants/{grantId}': [
    row([401, 404, 404, 403, 204], { note: 'on a space', params: grantOnSpace }),
    row([401, 404, 404, 403, 204], { note: 'on a document', params: grantOnDocument }),
    row([401, 404, 404, 404, 404], {
      note: 'a grant that stands elsewhere',
      params: (house) => ({ ...ofDocument(house), grantId: house.spaceGrantId }),
    }),
  ],
  'DELETE /access/{resourceType}/{resourceId}/grants': [
    row([401, 404, 403, 403, 204], { note: 'on a space', params: ofSpace }),
    row([401, 404, 403, 403, 204], { note: 'on a document', params: ofDocument }),
  ],
  'POST /access/{resourceType}/{resourceId}/preview': [
    row([401, 404, 403, 403, 200], {
      note: 'of a grant',
      params: ofDocument,
      body: (house) => ({ change: 'grant', ...toOther(house) }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'of taking one back',
      params: grantOnDocument,
      body: ({ documentGrantId }) => ({ change: 'revoke', grantId: documentGrantId }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'of changing one',
      params: grantOnDocument,
      body: ({ documentGrantId }) => ({ change: 'change', grantId: documentGrantId, role: 'editor' }),
    }),
    row([401, 404, 403, 200, 200], {
      note: 'of a label',
      params: ofDocument,
      body: ({ labels }) => ({ change: 'label', labelId: labels.restricted }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'of a link',
      params: ofDocument,
      body: () => ({ change: 'link', reach: 'organisation', role: 'editor', renew: true }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'of handing a space over',
      params: ofSpace,
      body: ({ memberId }) => ({ change: 'transfer', userId: memberId }),
    }),
  ],
  'PUT /access/{resourceType}/{resourceId}/policy': row([401, 404, 403, 403, 200], {
    params: ofSpace,
    body: () => ({ editorsShare: true }),
  }),
  'PUT /access/{resourceType}/{resourceId}/link': [
    row([401, 404, 403, 403, 200], {
      note: 'to a space',
      params: ofSpace,
      body: () => ({ reach: 'organisation', role: 'reader' }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'to a document',
      params: ofDocument,
      body: () => ({ reach: 'organisation', role: 'editor' }),
    }),
    row([401, 404, 403, 403, 409], {
      note: 'to the world',
      params: ofDocument,
      body: () => ({ reach: 'anyone', role: 'reader' }),
    }),
  ],
  'DELETE /access/{resourceType}/{resourceId}/link': row([401, 404, 403, 403, 204], { params: ofDocument }),
  // Who may not read it is answered the same as for what does not exist.
  'POST /access/{resourceType}/{resourceId}/requests': [
    row([401, 204, 204, 409, 409], { params: ofDocument, body: () => ({ role: 'editor' }) }),
    row([401, 204, 204, 204, 204], {
      note: 'for nothing',
      params: () => ({ resourceType: 'document', resourceId: newId() }),
      body: () => ({ role: 'editor' }),
    }),
  ],
  'GET /access/{resourceType}/{resourceId}/requests': row([401, 404, 403, 403, 200], { params: ofDocument }),
  'POST /access/{resourceType}/{resourceId}/requests/{requestId}/answer': [
    row([401, 404, 403, 403, 204], {
      params: (house) => ({ ...ofDocument(house), requestId: house.requestId }),
      body: () => ({ grant: { role: 'reader' } }),
    }),
    row([401, 404, 403, 403, 404], {
      note: 'to something else',
      params: (house) => ({ ...ofSpace(house), requestId: house.requestId }),
      body: () => ({ grant: { role: 'reader' } }),
    }),
  ],
  'POST /links/open': [
    row(
      [401, 200, 200, 200, 200],
      { note: 'for the organisation', body: ({ linkToken }) => ({ token: linkToken }) },
      { guest: 404, stranger: 404 },
    ),
    row([401, 404, 404, 404, 404], { note: 'that nobody made', body: () => ({ token: newId() }) }),
  ],
  'POST /spaces/{spaceId}/owner': [
    row([401, 404, 403, 403, 204], { params: space, body: ({ memberId }) => ({ userId: memberId }) }),
    row([401, 404, 403, 403, 404], {
      note: 'to somebody of another organisation',
      params: space,
      body: ({ people }) => ({ userId: people.stranger.id }),
    }),
  ],
};
