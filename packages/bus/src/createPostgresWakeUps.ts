import { logger } from '@hemicycle/observability';
import { Client } from 'pg';
import { retryDelay } from './retryDelay';
import { MOST_UNANSWERED, type WakeUpListener, type WakeUps } from './wakeUps';

/** Against a connection that is dead without saying so (a firewall that forgot it): asked this often. */
const PROBE_EVERY_MS = 15_000;
const PROBE_TIMEOUT_MS = 5_000;

/**
 * Wake-ups by LISTEN and NOTIFY: nothing to install beside the database. One connection of its own, which comes back by
 * itself, with jitter.
 */
export function createPostgresWakeUps(databaseUrl: string): WakeUps {
  const log = logger('bus');
  const listeners = new Map<string, WakeUpListener>();
  let client: Client | null = null;
  let listening = false;
  let closed = false;
  let attempt = 0;
  let unanswered = 0;
  let timer: NodeJS.Timeout | undefined;

  const lost = (which: Client, error?: unknown): void => {
    if (client !== which) return;
    client = null;
    listening = false;
    clearInterval(timer);
    which.removeAllListeners('notification');
    void which.end().catch(() => undefined);
    if (closed) return;
    const delay = retryDelay(attempt++);
    log.warn({ err: error, delay }, 'listening connection lost, coming back');
    timer = setTimeout(() => void connect(), delay);
  };

  const listenTo = (on: Client, channel: string) => on.query(`LISTEN ${on.escapeIdentifier(channel)}`);

  const connect = async (): Promise<void> => {
    if (closed) return;
    const next = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: PROBE_TIMEOUT_MS,
      query_timeout: PROBE_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'hemicycle-listen',
    });
    client = next;
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next));
    next.on('notification', ({ channel, payload = '' }) => listeners.get(channel)?.onWakeUp(payload));
    const done = new Set<string>();
    try {
      await next.connect();
      // Channels that were asked for meanwhile are found as well: a Map's iterator comes to what is added.
      for (const channel of listeners.keys()) {
        await listenTo(next, channel);
        done.add(channel);
      }
    } catch (error) {
      lost(next, error);
      return;
    }
    if (client !== next) return;
    attempt = 0;
    listening = true;
    timer = setInterval(() => {
      next.query('SELECT 1').catch((error: unknown) => lost(next, error));
    }, PROBE_EVERY_MS);
    for (const channel of done) listeners.get(channel)?.onListening();
  };

  void connect();
  return {
    notifiesInCommit: true,
    get connected() {
      return listening;
    },
    listen: (channel, listener) => {
      listeners.set(channel, listener);
      const on = client;
      if (on && listening) {
        listenTo(on, channel).then(
          () => listener.onListening(),
          (error: unknown) => lost(on, error),
        );
      }
      return () => void listeners.delete(channel);
    },
    publish: async (channel, payloads) => {
      if (!client || !listening || unanswered >= MOST_UNANSWERED) return;
      unanswered++;
      try {
        await client.query('SELECT count(pg_notify($1, p)) FROM unnest($2::text[]) p', [channel, payloads]);
      } catch (err) {
        if (!closed) log.warn({ err, channel }, 'a wake-up was not sent');
      } finally {
        unanswered--;
      }
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      clearInterval(timer);
      const last = client;
      client = null;
      listening = false;
      last?.removeAllListeners('notification');
      await last?.end().catch(() => undefined);
    },
  };
}
