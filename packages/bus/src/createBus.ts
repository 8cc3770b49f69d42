import { logger } from '@hemicycle/observability';
import { Pool } from 'pg';
import type { Bus } from './bus';
import { createSubscribers } from './createSubscribers';
import { EVENTS_CHANNEL } from './EVENTS_CHANNEL';
import { createOutboxReader } from './outboxReader';
import type { WakeUps } from './wakeUps';

/** A lost wake-up makes a record late by at most this long. */
const HEAL_EVERY_MS = 2_000;
/** Against ids piling up while the outbox cannot be read: beyond this many everything is compared instead. */
const MOST_WOKEN = 1_000;

/**
 * The bus: a wake-up names the row, the outbox tells. Lost wake-ups, lost connections and a restarted database only
 * make records late. Delivered at least once to each process that lives.
 */
export function createBus(databaseUrl: string, wakeUps: WakeUps): Bus {
  const log = logger('bus');
  const subscribers = createSubscribers(log);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: 'hemicycle-bus',
  });
  pool.on('error', (err) => log.warn({ err }, 'idle connection lost'));
  const reader = createOutboxReader(pool, log, subscribers.deliver, subscribers.gap);
  const woken = new Set<bigint>();
  let healWanted = false;
  let started = false;
  let listened = false;
  let working = false;
  /** The last read failed: the timer tries again, wake-ups do not. */
  let failing = false;
  let closed = false;
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  // One read at a time; what arrives meanwhile is read together by the next one.
  const work = async (): Promise<void> => {
    if (working || closed) return;
    working = true;
    try {
      while (!closed && (healWanted || woken.size > 0)) {
        if (!started) {
          await reader.start();
          started = true;
        }
        const ids = [...woken];
        woken.clear();
        await reader.read(ids);
        if (healWanted) {
          healWanted = false;
          await reader.heal();
        }
        failing = false;
        if (listened) markReady();
      }
    } catch (err) {
      failing = true;
      if (!closed) log.warn({ err }, 'outbox could not be read, trying again');
    } finally {
      working = false;
    }
  };
  const heal = (): void => {
    healWanted = true; // also finds what the ids of a failed read held
    void work();
  };

  const stopListening = wakeUps.listen(EVENTS_CHANNEL, {
    onListening: () => {
      listened = true;
      heal();
    },
    onWakeUp: (payload) => {
      if (!/^\d{1,19}$/.test(payload)) return;
      woken.add(BigInt(payload));
      if (woken.size > MOST_WOKEN) {
        woken.clear();
        healWanted = true;
      }
      if (!failing) void work();
    },
  });
  const timer = setInterval(heal, HEAL_EVERY_MS);
  // The position is taken whether or not wake-ups come: without them the bus is late, not silent.
  heal();

  return {
    ready,
    get connected() {
      return started && !failing && wakeUps.connected;
    },
    wake: wakeUps.notifiesInCommit ? null : (id) => void wakeUps.publish(EVENTS_CHANNEL, [id]),
    subscribe: subscribers.add,
    close: async () => {
      closed = true;
      clearInterval(timer);
      stopListening();
      subscribers.clear();
      await pool.end();
    },
  };
}
