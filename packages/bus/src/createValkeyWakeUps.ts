import { logger } from '@hemicycle/observability';
import { Redis } from 'ioredis';
import { retryDelay } from './retryDelay';
import { MOST_UNANSWERED, type WakeUpListener, type WakeUps } from './wakeUps';

/** Against a connection that is dead without saying so (a firewall that forgot it): asked this often. */
const PROBE_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;

/**
 * Wake-ups by Valkey (or Redis) pub/sub: no LISTEN, so the database may be behind a pooler, and no NOTIFY, whose lock
 * all commits of the database queue for. Nothing is kept there; it may be emptied or restarted at any time.
 * @param url redis:// or rediss://, with user and password where the server wants them
 */
export function createValkeyWakeUps(url: string): WakeUps {
  const log = logger('bus');
  const listeners = new Map<string, WakeUpListener>();
  let listening = false;
  let closed = false;
  let unanswered = 0;

  // The error's message alone: ioredis puts the refused command into its errors, AUTH with its password among them.
  const warn = (error: unknown, text: string): void =>
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, text);
  const connect = (name: string): Redis => {
    const client = new Redis(url, {
      connectionName: name,
      connectTimeout: ANSWER_WITHIN_MS,
      commandTimeout: ANSWER_WITHIN_MS,
      // A wake-up that cannot be sent now is lost: nothing waits in memory for a server that is away.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      autoResubscribe: false,
      // What would be asked (INFO) a user that may only publish and subscribe cannot answer.
      enableReadyCheck: false,
      disableClientInfo: true,
      retryStrategy: (times) => retryDelay(times - 1),
    });
    client.on('error', (error) => warn(error, 'connection to the bus failed, coming back'));
    return client;
  };
  const publisher = connect('hemicycle-publish');
  const subscriber = connect('hemicycle-listen');

  const subscribe = async (channels: readonly string[]): Promise<void> => {
    if (channels.length > 0) await subscriber.subscribe(...channels);
    for (const channel of channels) listeners.get(channel)?.onListening();
  };
  const again = (client: Redis) => (error: unknown) => {
    if (closed) return;
    warn(error, 'connection to the bus does not answer, opened anew');
    client.disconnect(true);
  };
  subscriber.on('message', (channel: string, payload: string) => listeners.get(channel)?.onWakeUp(payload));
  subscriber.on('ready', () => {
    listening = true;
    subscribe([...listeners.keys()]).catch(again(subscriber));
  });
  subscriber.on('close', () => {
    listening = false;
  });
  const probe = setInterval(() => {
    for (const client of [publisher, subscriber]) {
      if (client.status === 'ready') client.ping().catch(again(client));
    }
  }, PROBE_EVERY_MS);

  return {
    notifiesInCommit: false,
    get connected() {
      return listening && publisher.status === 'ready';
    },
    listen: (channel, listener) => {
      listeners.set(channel, listener);
      if (listening) subscribe([channel]).catch(again(subscriber));
      return () => {
        listeners.delete(channel);
        if (listening) subscriber.unsubscribe(channel).catch(again(subscriber));
      };
    },
    publish: async (channel, payloads) => {
      if (publisher.status !== 'ready' || unanswered >= MOST_UNANSWERED) return;
      unanswered++;
      try {
        await Promise.all(payloads.map((payload) => publisher.publish(channel, payload)));
      } catch (error) {
        if (!closed) warn(error, 'a wake-up was not sent');
      } finally {
        unanswered--;
      }
    },
    close: async () => {
      closed = true;
      clearInterval(probe);
      listening = false;
      await publisher.quit().catch(() => undefined);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
