import type { NotificationPlace } from './shapes/notifications';

/** The page of a place. */
export function placePath({ spaceId, documentId, message }: NotificationPlace): string {
  if (documentId !== null) return `/documents/${documentId}`;
  return message === null ? `/spaces/${spaceId}` : `/spaces/${spaceId}?message=${message.seq}`;
}
