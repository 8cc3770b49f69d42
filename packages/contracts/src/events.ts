import { z } from 'zod';
import { Id } from './shapes/common';

/**
 * Live events. An event names what changed and never carries content: the receiver reads it through the API, where
 * access is decided. The same row wakes other processes (the outbox) and browsers (the events socket).
 */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('space.changed'), spaceId: Id }),
  /** `userId` null: several people, by way of a group. */
  z.object({ type: z.literal('members.changed'), spaceId: Id, userId: Id.nullable() }),
  z.object({
    type: z.literal('message.posted'),
    spaceId: Id,
    channelId: Id,
    messageId: Id,
    parentId: Id.nullable(),
    seq: z.int(),
    authorId: Id,
  }),
  z.object({
    type: z.literal('message.changed'),
    spaceId: Id,
    channelId: Id,
    messageId: Id,
    parentId: Id.nullable(),
  }),
  z.object({ type: z.literal('cursor.moved'), spaceId: Id, channelId: Id, userId: Id, seq: z.int() }),
  z.object({
    type: z.literal('document.changed'),
    spaceId: Id,
    documentId: Id,
    change: z.enum(['created', 'renamed', 'moved', 'trashed', 'restored', 'edited', 'labelled']),
  }),
  z.object({ type: z.literal('meeting.changed'), spaceId: Id, roomId: Id, meetingId: Id }),
  z.object({ type: z.literal('me.changed'), userId: Id }),
  /**
   * Somebody's rights may have shrunk or grown: every process re-asks policies for this person (and space). `userId`
   * null: more people than are named one by one, so for everybody it has.
   */
  z.object({ type: z.literal('access.changed'), userId: Id.nullable(), spaceId: Id.nullable() }),
  /** Who may do what with a resource, or with what is below it, is not what it was: for those who look at it. */
  z.object({
    type: z.literal('sharing.changed'),
    spaceId: Id,
    resourceType: z.enum(['space', 'document']),
    resourceId: Id,
  }),
  /** A request for access that concerns the person, as owner or as who asked, came or was answered. */
  z.object({
    type: z.literal('request.changed'),
    userId: Id,
    resourceType: z.enum(['space', 'document']),
    resourceId: Id,
  }),
  /** Mail is due: whoever sends it looks. */
  z.object({ type: z.literal('mail.queued') }),
  /** What the person is told of, or has read of it, is not what it was. */
  z.object({ type: z.literal('notifications.changed'), userId: Id }),
  z.object({ type: z.literal('session.ended'), userId: Id, sessionId: Id }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
export type LiveEventType = LiveEvent['type'];

/**
 * Who hears an event: everyone who may read the space, one account, or servers only. Written beside each outbox row.
 */
export type Topic = `space:${string}` | `user:${string}` | 'servers';

/** What the server sends on the events socket. `reset`: something may have been missed, read anew. */
export type EventsFrame = { kind: 'hello' } | { kind: 'event'; event: LiveEvent } | { kind: 'reset' };
