import { logger } from '@hemicycle/observability';
import { Pool } from 'pg';
import type { Bus } from './bus';
import { createListener } from './createListener';
import { createSubscribers } from './createSubscribers';
import { createOutboxReader } from './outboxReader';

/** NOTIFY channel of the outbox; the payload is a row's id. */
export const EVENTS_CHANNEL = 'hemicycle_events';

/** A lost notification is late by at most this long. */
const HEAL_EVERY_MS = 2_000;

/**
 * The bus over PostgreSQL: `pg_notify` wakes, the outbox row tells. Lost notifications, lost connections and a
 * restarted database only make records late. Delivered at least once to each process that lives.
 */
export function createPostgresBus(databaseUrl: string): Bus {
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
  let working = false;
  let closed = false;
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  // One read at a time; what arrives meanwhile is read together by the next one.
  const work = async (): Promise<void> => {
    // The first position is taken only once LISTEN holds: nothing can fall between the two.
    if (working || closed || !(started || listener.listening)) return;
    working = true;
    try {
      while (!closed && (healWanted || woken.size > 0)) {
        if (!started) {
          await reader.start();
          started = true;
          markReady();
        }
        const ids = [...woken];
        woken.clear();
        await reader.read(ids);
        if (healWanted) {
          healWanted = false;
          await reader.heal();
        }
      }
    } catch (err) {
      healWanted = true; // the next tick of the timer tries again, and finds what `ids` held
      if (!closed) log.warn({ err }, 'outbox could not be read, trying again');
    } finally {
      working = false;
    }
  };
  const heal = (): void => {
    healWanted = true;
    void work();
  };

  const listener = createListener(databaseUrl, [EVENTS_CHANNEL], {
    onListening: heal,
    onNotification: (_channel, payload) => {
      if (!/^\d{1,19}$/.test(payload)) return;
      woken.add(BigInt(payload));
      void work();
    },
  });
  const timer = setInterval(heal, HEAL_EVERY_MS);

  return {
    ready,
    get connected() {
      return started && listener.listening;
    },
    subscribe: subscribers.add,
    close: async () => {
      closed = true;
      clearInterval(timer);
      subscribers.clear();
      await listener.close();
      await pool.end();
    },
  };
}
