import { Id, Locale } from '@hemicycle/contracts';
import { z } from 'zod';

/** What a mail is made from when it goes out: ids, and an address where there is no account yet. Never words, never secrets. */
export const MailTask = z.discriminatedUnion('kind', [
  /** What somebody was not told yet. */
  z.object({ kind: z.literal('notifications'), userId: Id }),
  /** A way in for a guest. */
  z.object({
    kind: z.literal('guestInvitation'),
    userId: Id,
    inviterId: Id,
    resourceType: z.enum(['space', 'document']),
    resourceId: Id,
  }),
  /** Another way in, asked for by whoever reads that mailbox. */
  z.object({ kind: z.literal('guestReturn'), email: z.string(), locale: Locale }),
  /** A code for who stands at the door. `key` as in `guest_codes`, base64url. */
  z.object({ kind: z.literal('guestCode'), key: z.string(), email: z.string(), locale: Locale }),
  /** The break-glass administrator has signed in: told to each other administrator. */
  z.object({ kind: z.literal('breakGlass'), userId: Id, sessionId: Id }),
]);
export type MailTask = z.infer<typeof MailTask>;
export type MailTaskOf<K extends MailTask['kind']> = Extract<MailTask, { kind: K }>;
