import type { LiveEvent } from '@hemicycle/contracts';
import type { SessionReading } from './readSession';

/** Upper bound of how long an ended session could still count here, should its event be lost. Milliseconds. */
const TTL = 5_000;
/** Against memory growth by many sessions. Entries. */
const ENTRIES = 10_000;

interface Entry {
  readonly answer: Promise<SessionReading>;
  readonly until: number;
  /** Known once the answer is. */
  userId: string | null;
}

export interface SessionCache {
  get(secret: string, read: () => Promise<SessionReading>): Promise<SessionReading>;
  has(secret: string): boolean;
  /** Drops one cookie's. */
  drop(secret: string): void;
  /** Drops everything remembered of the account, and of every session that is just being read. */
  onEvent(event: LiveEvent): void;
  forget(userId: string): void;
  forgetAll(): void;
}

/** Remembers for a few seconds who a cookie belongs to. Refusals are not remembered. */
export function createSessionCache(clock: () => number = Date.now): SessionCache {
  const entries = new Map<string, Entry>();

  function forget(userId: string): void {
    for (const [secret, entry] of entries) {
      if (entry.userId === userId || entry.userId === null) entries.delete(secret);
    }
  }

  return {
    async get(secret, read) {
      const known = entries.get(secret);
      if (known !== undefined && known.until > clock()) return known.answer;
      const entry: Entry = { answer: read(), until: clock() + TTL, userId: null };
      entries.delete(secret);
      entries.set(secret, entry);
      for (const oldest of entries.keys()) {
        if (entries.size <= ENTRIES) break;
        entries.delete(oldest);
      }
      const drop = (): void => {
        if (entries.get(secret) === entry) entries.delete(secret);
      };
      try {
        const answer = await entry.answer;
        if (answer.actor.kind === 'account') entry.userId = answer.actor.userId;
        else drop();
        return answer;
      } catch (error) {
        drop();
        throw error;
      }
    },
    has(secret) {
      const known = entries.get(secret);
      return known !== undefined && known.until > clock();
    },
    drop: (secret) => void entries.delete(secret),
    onEvent(event) {
      if (event.type === 'session.ended' || event.type === 'access.changed' || event.type === 'me.changed') {
        if (event.userId === null) entries.clear();
        else forget(event.userId);
      }
    },
    forget,
    forgetAll: () => entries.clear(),
  };
}
