import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { LIMITS } from '../limits';
import { Id, PersonSummary, Time } from './common';

/**
 * Text of a message: Markdown's inline marks and lists only, mentions as `@[Name](user:UUID)`, documents as
 * `[Title](document:UUID)`. Rendered by our own code to elements, never as HTML.
 */
export const MessageBody = z
  .string()
  .max(LIMITS.messageLength)
  .refine((text) => text.trim().length > 0, 'empty');

export const Reaction = z.object({
  emoji: z.string(),
  count: z.int(),
  mine: z.boolean(),
  people: z.array(z.string()),
});
export type Reaction = z.infer<typeof Reaction>;

/** A message as the caller sees it. `seq` counts per channel from 1 without gaps; a reply has its own seq too. */
export const Message = z.object({
  id: Id,
  channelId: Id,
  seq: z.int(),
  /** `meetingStarted`, `meetingEnded`: written by the system; `author` is who caused it. */
  kind: z.enum(['text', 'meetingStarted', 'meetingEnded']),
  parentId: Id.nullable(),
  author: PersonSummary,
  /** Empty when deleted. */
  body: z.string(),
  createdAt: Time,
  editedAt: Time.nullable(),
  deletedAt: Time.nullable(),
  reactions: z.array(Reaction),
  replyCount: z.int(),
  lastReplyAt: Time.nullable(),
  /** Higher than the caller's read cursor: the thread has something new. */
  lastReplySeq: z.int().nullable(),
  /** At most 3 people who replied last. */
  repliers: z.array(PersonSummary),
  /** Documents the body links to and the caller may read. */
  documents: z.array(z.object({ id: Id, title: z.string(), editedAt: Time })),
  mentionsMe: z.boolean(),
  abilities: abilitiesOf('message'),
});
export type Message = z.infer<typeof Message>;

export const Channel = z.object({
  id: Id,
  spaceId: Id,
  name: z.string(),
  lastSeq: z.int(),
  /** Everything up to here was seen by the caller. */
  readSeq: z.int(),
  unreadCount: z.int(),
  mentionCount: z.int(),
  abilities: abilitiesOf('channel'),
});
export type Channel = z.infer<typeof Channel>;

/** Top-level messages by seq, ascending in the answer. `before` pages back, `after` forward, `around` centres. */
export const MessagesQuery = z.object({
  before: z.coerce.number().int().positive().optional(),
  after: z.coerce.number().int().nonnegative().optional(),
  around: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSizeMax).default(LIMITS.pageSize),
});

export const MessagePage = z.object({
  items: z.array(Message),
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
  /** With `around`: the message of that seq; for a reply the page centres on the message it answers. */
  focus: z.object({ id: Id, parentId: Id.nullable() }).nullable(),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const PostMessage = z.object({
  /** Chosen by the client: the same id posted twice is one message. */
  id: Id,
  body: MessageBody,
  parentId: Id.nullable().default(null),
});
export const EditMessage = z.object({ body: MessageBody });
/**
 * Everything up to `seq` was seen. Seeing never moves the cursor back; `markUnread` is a person's own wish to have
 * what follows `seq` unread again, and puts it exactly there.
 */
export const MoveReadCursor = z.object({
  seq: z.int().nonnegative(),
  markUnread: z.boolean().default(false),
});
/** One emoji: a pictograph with its modifiers or a joined sequence, a flag, or a keycap. */
export const Emoji = z
  .string()
  .max(32)
  .regex(
    /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?(?:\u200d\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?)*|[\u{1f1e6}-\u{1f1ff}]{2}|[0-9#*]\ufe0f?\u20e3)$/u,
  );
