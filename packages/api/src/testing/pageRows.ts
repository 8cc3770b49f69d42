import type { AccessHouse } from './accessHouse';

/** Every address a page is asked at: with the ids of a house one has no right in. */
export interface PageRow {
  readonly paths: (house: AccessHouse, own: AccessHouse) => readonly string[];
  /** Its owner sees the secret there: that the others do not then means something. */
  readonly shows?: true;
}

const at =
  (path: (house: AccessHouse) => string): PageRow['paths'] =>
  (house) => [path(house)];
const one = (path: string): PageRow => ({ paths: () => [path] });

/** Every page of the build has its row here, by the path in Next's manifest; the test fails over one that has none. */
export const PAGE_ROWS: Readonly<Record<string, PageRow>> = {
  '/': { paths: at(() => '/'), shows: true },
  '/documents': { paths: at(() => '/documents'), shows: true },
  '/documents/[documentId]': {
    paths: ({ documentId, trashedId }) => [`/documents/${documentId}`, `/documents/${trashedId}`],
    shows: true,
  },
  '/guest': one('/guest'),
  // Tokens open nothing by being in the address (ACC-82).
  '/links/[resourceType]/[resourceId]/[token]': {
    paths: ({ documentId, spaceId, linkToken }) => [
      `/links/document/${documentId}/${linkToken}`,
      `/links/space/${spaceId}/of-nothing`,
    ],
  },
  '/meetings': { paths: at(() => '/meetings'), shows: true },
  '/offline': one('/offline'),
  '/people': one('/people'),
  '/people/[userId]': {
    paths: ({ people, otherId }) => [`/people/${people.owner.id}`, `/people/${otherId}`],
  },
  '/people/guests': one('/people/guests'),
  '/people/labels': one('/people/labels'),
  '/rooms/[roomId]': {
    paths: ({ roomId, documentId }, own) => [
      `/rooms/${roomId}?document=${documentId}`,
      `/rooms/${own.roomId}?document=${documentId}`,
    ],
    shows: true,
  },
  '/settings': one('/settings'),
  '/sign-in': {
    paths: ({ documentId }) => [`/sign-in?next=${encodeURIComponent(`/documents/${documentId}`)}`],
  },
  '/sign-in/break-glass': one('/sign-in/break-glass'),
  '/spaces': { paths: at(() => '/spaces'), shows: true },
  '/spaces/[spaceId]': {
    paths: ({ spaceId, messageId }) => [`/spaces/${spaceId}?message=${messageId}`],
    shows: true,
  },
  '/spaces/[spaceId]/documents': { paths: at(({ spaceId }) => `/spaces/${spaceId}/documents`), shows: true },
  '/spaces/[spaceId]/meetings': { paths: at(({ spaceId }) => `/spaces/${spaceId}/meetings`), shows: true },
  '/spaces/[spaceId]/members': { paths: at(({ spaceId }) => `/spaces/${spaceId}/members`), shows: true },
};
