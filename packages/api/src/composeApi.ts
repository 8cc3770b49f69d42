import { createAccountWatch, createAuth, createIdentityService } from '@hemicycle/auth';
import { createBus, createWakeUps } from '@hemicycle/bus';
import {
  createFolderBlobStore,
  createOperation,
  expireGuests,
  keepLooking,
  purgeExpired,
  startMeetingSupervision,
  startMentionTelling,
} from '@hemicycle/core';
import { createDatabase } from '@hemicycle/db';
import {
  blobEnv,
  busEnv,
  databaseEnv,
  keycloakEnv,
  livekitEnv,
  mailEnv,
  portalEnv,
  sessionEnv,
} from '@hemicycle/env';
import { startMailWorker } from '@hemicycle/mail';
import { createMediaServer } from '@hemicycle/media/server';
import { createMetrics, logger, type Metrics } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import type { Api } from './ApiComposition';
import { createApi } from './createApi';
import type { RateLimits } from './pipeline/rateLimits';

export interface ComposedApi extends Api {
  readonly metrics: Metrics;
  /** Ends background work and connections. */
  close(): Promise<void>;
}

/** How often Keycloak is asked which accounts were disabled: sessions of those end within 5 s. Milliseconds. */
const LOOK_EVERY = 2_000;
/** How often what has expired is removed. Milliseconds. */
const PURGE_EVERY = 600_000;

/** The API of one process with everything it works through, as the environment says. */
export function composeApi(options: { rateLimits?: RateLimits } = {}): ComposedApi {
  const log = logger('lifecycle', { part: 'api' });
  const { url, poolSize } = databaseEnv();
  const keycloak = keycloakEnv();
  const sessions = sessionEnv();
  const database = createDatabase(url, {
    poolSize,
    onPoolError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  const mail = mailEnv();
  const services = {
    media: createMediaServer(livekitEnv()),
    blobs: createFolderBlobStore(blobEnv().path),
    identity: createIdentityService(keycloak, sessions),
    mail: mail !== null,
  };
  const wakeUps = createWakeUps({ databaseUrl: url, busUrl: busEnv().url });
  const bus = createBus(url, wakeUps);
  const wakeEvents = bus.wake;
  const auth = createAuth({ database, identity: services.identity, keycloak, sessions, wakeEvents });
  const metrics = createMetrics('api');
  const publicOrigin = portalEnv().url;
  const api = createApi({ database, auth, services, wakeEvents, metrics, publicOrigin, ...options });
  const unsubscribe = bus.subscribe({
    onRecord: ({ event }) => auth.onEvent(event),
    onGap: () => auth.forgetAll(),
  });
  const supervision = startMeetingSupervision({ database, bus, services, log: logger('media') });
  const background = { database, bus, services, publicOrigin };
  const telling = startMentionTelling({ ...background, log: logger('jobs') });
  const sending = mail && startMailWorker({ ...background, mail, log: logger('mail') });
  if (!mail) log.warn('no SMTP_HOST is set: mail waits and is not sent');
  const accounts = createAccountWatch({ database, keycloak, wakeEvents });
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, what);
  const watch = keepLooking(
    LOOK_EVERY,
    () => accounts.look().then(() => false),
    failed('disabled accounts were not looked for'),
  );
  const purge = keepLooking(
    PURGE_EVERY,
    () => purgeExpired(database, new Date()).then(() => false),
    failed('what has expired was not removed'),
  );
  const expiry = keepLooking(
    PURGE_EVERY,
    () => {
      const system = createOperation({ database, services, wakeEvents, actor: ANONYMOUS, log });
      return expireGuests(system);
    },
    failed('guests who hold nothing were not ended'),
  );
  return {
    fetch: api.fetch,
    metrics,
    close: async () => {
      unsubscribe();
      const jobs = [purge, expiry, watch, supervision, telling, sending];
      await Promise.all(jobs.map((job) => job?.stop()));
      await bus.close();
      await wakeUps.close();
      await database.$disconnect();
    },
  };
}
