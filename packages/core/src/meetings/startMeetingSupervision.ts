import { type Database, runTransaction } from '@hemicycle/db';
import { ANONYMOUS } from '@hemicycle/policies';
import type { Background } from '../Background';
import { keepLooking } from '../keepLooking';
import { createOperation, type Operation } from '../operation';
import { enforceMeetingAccess } from './enforceMeetingAccess';
import { expiredInCalls } from './expiredInCalls';
import { reconcileMeetings } from './reconcileMeetings';

const INTERVAL = 15_000;
/** What ended by itself is out of calls within 5 s. Milliseconds. */
const EXPIRY_INTERVAL = 2_000;
/** How far the first look goes back: a process that starts may follow one that has just died. Milliseconds. */
const EXPIRY_FIRST = 60_000;
/** `pg_try_advisory_xact_lock` key of the process whose round it is. */
const LEADER_LOCK = 4_815_162_342n;
/** People whose rights are being re-asked at once: against a group change flooding the media server. */
const AT_ONCE = 4;
/** A media server that did not answer is asked again so often, and after so long each time. Then the round's turn. */
const RETRIES = 4;
const RETRY_AFTER = 400;

/** Whose rights are to be asked again, and in which space's meeting; null: in all. */
interface Asked {
  readonly userId: string;
  readonly spaceId: string | null;
  readonly retries: number;
}

/**
 * Keeps meetings true to the rights of the people in them: at once when rights or sessions change, within seconds when
 * they end by themselves, and every 15 s by asking the media server, one process at a time.
 */
export function startMeetingSupervision(parts: Background): { stop(): Promise<void> } {
  const { bus, log } = parts;
  const system = (): Operation => createOperation({ ...parts, wakeEvents: bus.wake, actor: ANONYMOUS });
  const pending = new Map<string, Asked>();
  const active = new Set<Promise<void>>();
  /** Everybody in every meeting is to be asked, not waiting for the process that leads. */
  let everybody = false;
  let stopped = false;

  const drain = (): void => {
    if (everybody && active.size < AT_ONCE && !stopped) {
      everybody = false;
      pending.clear();
      begin(reconcileMeetings(system()), {});
    }
    for (const [key, asked] of pending) {
      if (active.size >= AT_ONCE || stopped) return;
      pending.delete(key);
      begin(enforce(asked), { userId: asked.userId });
    }
  };
  const ask = (userId: string, spaceId: string | null, retries = RETRIES): void => {
    pending.set(`${userId} ${spaceId ?? ''}`, { userId, spaceId, retries });
    drain();
  };
  const enforce = async ({ userId, spaceId, retries }: Asked): Promise<void> => {
    try {
      await enforceMeetingAccess(system(), userId, spaceId);
    } catch (error) {
      // The right is gone, and five seconds are not enough to wait for the next round.
      if (retries > 0) setTimeout(ask, RETRY_AFTER, userId, spaceId, retries - 1).unref();
      throw error;
    }
  };
  const begin = (asking: Promise<void>, about: { userId?: string }): void => {
    const work = asking
      .catch((error: unknown) => log.error({ err: error, ...about }, 'rights in meetings were not enforced'))
      .finally(() => {
        active.delete(work);
        drain();
      });
    active.add(work);
  };
  const round = (): Promise<void> =>
    leading(parts.database, () => reconcileMeetings(system())).catch((error: unknown) =>
      log.warn({ err: error }, 'meetings were not reconciled'),
    );
  let looked = new Date(Date.now() - EXPIRY_FIRST);
  const expiry = keepLooking(
    EXPIRY_INTERVAL,
    async () => {
      const now = new Date();
      for (const userId of await expiredInCalls(parts.database, looked, now)) ask(userId, null);
      looked = now;
      return false;
    },
    (error) => log.warn({ err: error }, 'what ended in meetings was not looked for'),
  );
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = (wait: number): void => {
    timer = setTimeout(() => {
      running = round().finally(() => {
        if (!stopped) schedule(INTERVAL * (0.9 + Math.random() * 0.2));
      });
    }, wait);
  };
  const unsubscribe = bus.subscribe({
    onRecord: ({ event }) => {
      if (event.type !== 'access.changed' && event.type !== 'session.ended') return;
      if (event.userId === null) {
        everybody = true;
        drain();
        return;
      }
      const spaceId = event.type === 'access.changed' ? event.spaceId : null;
      ask(event.userId, spaceId);
    },
    // Whose rights changed is not known: a round re-asks everyone's.
    onGap: () => void round(),
  });
  schedule(1_000);
  return {
    stop: async () => {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
      await expiry.stop();
      await Promise.all([running, ...active]);
    },
  };
}

/** Runs `work` while no other process does; the lock ends with its transaction, also when the process dies. */
async function leading(database: Database, work: () => Promise<void>): Promise<void> {
  await runTransaction(database, async (tx) => {
    const [row] = await tx.$queryRaw<{ leads: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${LEADER_LOCK}::bigint) AS leads`;
    if (row?.leads) await work();
  });
}
