import { z } from 'zod';
import { Id, Time } from './common';

/** Families of browsers as people know them. */
export const BROWSERS = ['chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung'] as const;
export type Browser = (typeof BROWSERS)[number];

export const SYSTEMS = ['android', 'chromeos', 'ios', 'linux', 'macos', 'windows'] as const;
export type System = (typeof SYSTEMS)[number];

/** One browser somebody is signed in with. */
export const Session = z.object({
  id: Id,
  /** null: one we do not know. */
  browser: z.enum(BROWSERS).nullable(),
  system: z.enum(SYSTEMS).nullable(),
  /** `identity`: at the ministry's identity service; `breakGlass`: by the password for when that is down. */
  method: z.enum(['identity', 'breakGlass']),
  createdAt: Time,
  /** When its person was last there, to the minute. */
  lastSeenAt: Time,
  /** When the person last proved who they are. */
  confirmedAt: Time,
  /** The one this is asked with. */
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** How long the caller's session goes on. */
export const SessionState = z.object({
  /** Until then when nobody is there any more. */
  expiresAt: Time,
  /** Until then whatever is done, unless one signs in again. */
  endsAt: Time,
  /** The server's clock. */
  now: Time,
});
export type SessionState = z.infer<typeof SessionState>;

export const OpenSession = z.object({
  accessToken: z.string().min(1).max(16_384),
  idToken: z.string().min(1).max(16_384),
});

export const OpenBreakGlass = z.object({ password: z.string().min(1).max(200) });
