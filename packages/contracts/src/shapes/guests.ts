import { z } from 'zod';
import { LIMITS } from '../limits';
import { LinkRole } from '../roles';
import { Locale } from './account';
import { Id, line, PersonSummary, Time } from './common';
import { ResourceType } from './sharing';

/** A mailbox, as one is told apart from another: without regard to case. */
export const MailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** What somebody from outside calls themselves. */
export const GuestName = line(LIMITS.guestNameLength);

export const InviteGuest = z.object({
  email: MailAddress,
  name: GuestName.optional(),
  role: LinkRole,
  expiresAt: Time,
  /** Also ask for a code sent to that mailbox, at the door: a forwarded mail opens nothing. */
  needsCode: z.boolean().default(false),
  /** Of the mail. */
  locale: Locale,
});

/** A way in is named by its secret, in the body: addresses are written into logs, bodies are not. */
const Token = z.string().min(20).max(100);
export const LookAtDoor = z.object({ token: Token });
/** What stands at the door. `title` null: told only to who has shown that the mailbox, or the password, is theirs. */
export const GuestDoor = z.object({
  way: z.enum(['mail', 'link']),
  organisation: z.string(),
  /** Who opened the way in, where it is a person's invitation. */
  invitedBy: z.string().nullable(),
  resourceType: ResourceType,
  title: z.string().nullable(),
  /** As the person was called so far. */
  name: z.string(),
  needsName: z.boolean(),
  needsCode: z.boolean(),
  needsEmail: z.boolean(),
  needsPassword: z.boolean(),
});
export type GuestDoor = z.infer<typeof GuestDoor>;

export const AskForCode = LookAtDoor.extend({ email: MailAddress.optional(), locale: Locale });
export const EnterAsGuest = LookAtDoor.extend({
  name: GuestName,
  email: MailAddress.optional(),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/)
    .optional(),
  password: z.string().max(LIMITS.linkPasswordMax).optional(),
  locale: Locale,
});
export const EnteredAsGuest = z.object({ resourceType: ResourceType, resourceId: Id, spaceId: Id });
export const AskForWayIn = z.object({ email: MailAddress, locale: Locale });

/** Somebody from outside, as administrators see them. */
export const GuestAccount = z.object({
  person: PersonSummary,
  /** Empty: by name only. */
  email: z.string(),
  invitedBy: PersonSummary.nullable(),
  since: Time,
  enteredAt: Time.nullable(),
  lastSeenAt: Time.nullable(),
  /** Spaces and documents they hold something on, themselves or by a link. */
  places: z.int(),
  /** When the last of it ends; null: never, or nothing is left. */
  until: Time.nullable(),
});
export type GuestAccount = z.infer<typeof GuestAccount>;
