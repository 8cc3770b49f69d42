import { z } from 'zod';
import { LIMITS } from '../limits';
import { NOTIFICATION_KINDS } from '../notificationKinds';
import { Id, PersonSummary, Time } from './common';

export const NotificationKind = z.enum(NOTIFICATION_KINDS);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** Where it happened, as the person may see it now. In a space itself, in a message (by `seq`), or in a document. */
export const NotificationPlace = z.object({
  spaceId: Id,
  documentId: Id.nullable(),
  message: z.object({ id: Id, seq: z.int(), excerpt: z.string() }).nullable(),
  /** Of the document, else of the space. */
  title: z.string(),
});
export type NotificationPlace = z.infer<typeof NotificationPlace>;

/** `place` null: it is not the person's to see any more, and nothing is told of it. */
export const Notification = z.object({
  id: Id,
  kind: NotificationKind,
  actor: PersonSummary.nullable(),
  place: NotificationPlace.nullable(),
  createdAt: Time,
  read: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

/** Counted up to the bound: beyond it nobody cares how many. */
export const UnreadNotifications = z.object({ count: z.int().max(LIMITS.unreadCounted) });

/**
 * These; or everything up to and with one, since what came later was not seen; or what the page of a document or a space
 * shows by itself: mentions in the one, and access to either.
 */
export const ReadNotifications = z.union([
  z.object({ ids: z.array(Id).min(1).max(LIMITS.pageSizeMax) }),
  z.object({ through: Id }),
  z.object({ documentId: Id }),
  z.object({ spaceId: Id }),
]);

const Hour = z.int().min(0).max(23);
const TimeZone = z.string().max(64).refine(isTimeZone, 'a time zone of the IANA database is needed');

export const NotificationSettings = z.object({
  /** How mail tells of what was not read: not at all, as it happens, or once a day. */
  mail: z.enum(['off', 'immediately', 'daily']),
  dailyHour: Hour,
  /** Where the person's clock is. */
  timeZone: TimeZone,
  /** No mail from one hour until the other; null: never quiet. */
  quiet: z.object({ from: Hour, until: Hour }).nullable(),
  /** For each kind: in the bell and by mail, in the bell only, or nowhere. */
  ways: z.record(NotificationKind, z.enum(['mail', 'bell', 'none'])),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** What holds for who has said nothing. */
export const NOTIFICATION_DEFAULTS: NotificationSettings = {
  mail: 'daily',
  dailyHour: 8,
  timeZone: 'Europe/Brussels',
  quiet: { from: 20, until: 7 },
  ways: { mention: 'mail', reply: 'mail', invitation: 'mail', request: 'mail' },
};

/** Also known to PostgreSQL, which has the same database of zones: fixed offsets, which it reads the other way, are not. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z_+-]+){0,2}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
