import { DisconnectReason } from 'livekit-client';
import type { CallEnd } from './callTypes';

/** After this many rebuilds in a row the person decides. About five minutes. */
export const REBUILDS = 24;
const FIRST_WAIT = 400;
const LONGEST_WAIT = 15_000;

/** Milliseconds before rebuild number `attempt` (from 0): doubling, bounded, with full jitter against a stampede. */
export function rebuildWait(attempt: number, random: () => number): number {
  const base = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  return Math.round(base * (0.5 + random() / 2));
}

/**
 * What a disconnection that we did not ask for means. (livekit-client calls some of its own failures "client
 * initiated": when we leave, nobody listens any more, so that reason is never the person's wish.) `ask`: removed, but whether by a host or because the right is gone only our API knows.
 */
export function meaningOf(reason: DisconnectReason | undefined): CallEnd | 'ask' | 'rebuild' {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'moved';
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'ask';
    case DisconnectReason.ROOM_DELETED:
      return 'finished';
    default:
      return 'rebuild';
  }
}

const ENDS: Readonly<Record<string, CallEnd>> = {
  forbidden: 'forbidden',
  not_found: 'forbidden',
  account_disabled: 'forbidden',
  account_unknown: 'forbidden',
  sign_in_required: 'signedOut',
  session_expired: 'signedOut',
};

/** What our API's refusal means for the call; null: try again. */
export function endOfRefusal(error: unknown): CallEnd | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? (ENDS[code] ?? null) : null;
}

/** LiveKit's own attempts on the connection at hand, about 12 s: then a fresh token is worth more than patience. */
export const OWN_RETRY_DELAYS = [0, 300, 1_200, 2_700, 4_000, 4_000];
