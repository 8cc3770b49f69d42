import { logger } from '@hemicycle/observability';
import { Client } from 'pg';
import { retryDelay } from './retryDelay';

/** What happens on a connection kept open for LISTEN. Nothing here may throw. */
export interface ListenerEvents {
  onNotification(channel: string, payload: string): void;
  /** The connection is (again) listening: everything before may have been missed, so read anew. */
  onListening(): void;
}

export interface Listener {
  /** Resolves when the first LISTEN holds. */
  readonly ready: Promise<void>;
  readonly listening: boolean;
  close(): Promise<void>;
}

/** Against a connection that is dead without saying so (a firewall that forgot it): asked this often. */
const PROBE_EVERY_MS = 15_000;
const PROBE_TIMEOUT_MS = 5_000;

/**
 * A PostgreSQL connection of its own that listens on `channels` and comes back by itself, with jitter. A
 * notification is only ever a wake-up: what was lost while away is read again after `onListening`.
 */
export function createListener(
  databaseUrl: string,
  channels: readonly string[],
  events: ListenerEvents,
): Listener {
  const log = logger('bus', { channels });
  let client: Client | null = null;
  let closed = false;
  let listening = false;
  let attempt = 0;
  let timer: NodeJS.Timeout | undefined;
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

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
    next.on('notification', (message) => events.onNotification(message.channel, message.payload ?? ''));
    try {
      await next.connect();
      for (const channel of channels) await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
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
    markReady();
    events.onListening();
  };

  void connect();
  return {
    ready,
    get listening() {
      return listening;
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
