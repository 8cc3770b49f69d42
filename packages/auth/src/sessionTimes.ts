/** How long a session lives. Milliseconds. */
export interface SessionLimits {
  /** After its person was last there. */
  readonly idleMs: number;
  /** After the sign-in, whatever is done. */
  readonly absoluteMs: number;
}

/** That somebody is there is written down at most this often: reads stay reads. Milliseconds. */
const TOUCH_MS = 60 * 1000;

/** The row's `expires_at`: always the nearer of the two, so whoever reads it (sockets, media) needs no other rule. */
export function sessionExpiry(limits: SessionLimits, signedInAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + limits.idleMs, sessionEnd(limits, signedInAt).getTime()));
}

/** When it ends whatever is done. */
export function sessionEnd(limits: SessionLimits, signedInAt: Date): Date {
  return new Date(signedInAt.getTime() + limits.absoluteMs);
}

/** Whoever was last seen after this needs no new line. */
export function seenLately(now: Date): Date {
  return new Date(now.getTime() - TOUCH_MS);
}
