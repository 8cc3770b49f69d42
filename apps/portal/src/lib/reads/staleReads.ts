import type { LiveEvent } from '@hemicycle/contracts';

/** A read whose answer may have become untrue. */
export type Read =
  | { readonly of: 'home' }
  | { readonly of: 'spaces' }
  | { readonly of: 'notifications' }
  | { readonly of: 'space'; readonly spaceId: string }
  | { readonly of: 'members'; readonly spaceId: string }
  /** Who has access to something in the space, and who asks for it. */
  | { readonly of: 'sharing'; readonly spaceId: string }
  /** What waits for an answer of mine. */
  | { readonly of: 'requests' };

type Of = Read['of'];

/** Reads each event can make stale, before asking whose or which space's. */
const affected: Readonly<Record<LiveEvent['type'], readonly Of[]>> = {
  'space.changed': ['home', 'spaces', 'space'],
  'members.changed': ['home', 'spaces', 'space', 'members', 'sharing'],
  'message.posted': ['home', 'spaces', 'space'],
  'message.changed': ['home', 'spaces', 'space'],
  'cursor.moved': ['home', 'spaces', 'space'],
  'document.changed': ['home', 'spaces', 'space'],
  'meeting.changed': ['home', 'spaces', 'space'],
  'me.changed': ['home', 'spaces', 'space', 'members', 'sharing', 'requests'],
  'access.changed': ['home', 'spaces', 'space', 'members', 'sharing', 'requests', 'notifications'],
  'sharing.changed': ['sharing'],
  'request.changed': ['sharing', 'requests'],
  'mail.queued': [],
  'notifications.changed': ['notifications'],
  'session.ended': [],
};

/**
 * Whether an event may have changed the answer of a read. Events carry no content, so the answer is read anew; the
 * price of a needless read is a millisecond, that of a missed one is a page that lies.
 */
export function isStaled(read: Read, event: LiveEvent, meId: string): boolean {
  if (!affected[event.type].includes(read.of)) return false;
  // Another person's place in a conversation says nothing about mine.
  if (event.type === 'cursor.moved' && event.userId !== meId) return false;
  const changed = 'spaceId' in event ? event.spaceId : null;
  return !('spaceId' in read) || changed === null || changed === read.spaceId;
}

/** Event types that can stale a read: what its subscription asks for. */
export function eventsOf(of: Of): LiveEvent['type'][] {
  return (Object.keys(affected) as LiveEvent['type'][]).filter((type) => affected[type].includes(of));
}
