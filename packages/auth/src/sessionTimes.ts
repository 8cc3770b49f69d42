/**
 * How long a session lives. Idle: a working day, so that a screen left in the evening is signed out in the morning.
 * Absolute: a week, after which the person proves again who they are. The row's `expires_at` is always the nearer of
 * the two, so whoever reads it (sockets, media) needs no other rule.
 */
const IDLE_MS = 8 * 60 * 60 * 1000;
export const ABSOLUTE_MS = 7 * 24 * 60 * 60 * 1000;
/** A use is written down at most this often: reads stay reads. */
const TOUCH_MS = 5 * 60 * 1000;

export function sessionExpiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + ABSOLUTE_MS));
}

export function needsTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > TOUCH_MS;
}
