import { createApi } from '@hemicycle/api';
import { createAuth, createIdentityService } from '@hemicycle/auth';
import { createPostgresBus } from '@hemicycle/bus';
import { createFolderBlobStore, startMeetingSupervision } from '@hemicycle/core';
import { createDatabase } from '@hemicycle/db';
import { blobEnv, databaseEnv, keycloakEnv, livekitEnv, portalEnv } from '@hemicycle/env';
import { createMediaServer } from '@hemicycle/media/server';
import { createMetrics, logger } from '@hemicycle/observability';

/** The HTTP API as a fetch handler, wherever it runs. */
export interface Api {
  /** @param connection left out for calls from our own process */
  fetch(request: Request, connection?: { readonly clientAddress?: string }): Promise<Response>;
  /** Ends its background work and its connections. */
  close(): Promise<void>;
}

/** The API of this process, wired from the environment. */
export function composeApi(): Api {
  const databaseSettings = databaseEnv();
  const keycloak = keycloakEnv();
  const log = logger('lifecycle', { part: 'api' });
  const database = createDatabase(databaseSettings.url, {
    poolSize: databaseSettings.poolSize,
    onPoolError: (error) => logger('database').warn({ err: error }, 'an idle connection broke'),
  });
  const bus = createPostgresBus(databaseSettings.url);
  const services = {
    media: createMediaServer(livekitEnv()),
    blobs: createFolderBlobStore(blobEnv().path),
    identity: createIdentityService(keycloak),
  };
  const auth = createAuth({ database, identity: services.identity, keycloak });
  const unsubscribe = bus.subscribe((record) => auth.onEvent(record.event));
  const supervision = startMeetingSupervision({ database, bus, services, log: logger('media') });
  const api = createApi({
    database,
    auth,
    services,
    metrics: createMetrics('portal'),
    publicOrigin: portalEnv().url,
  });
  return {
    fetch: (request, connection) => api.fetch(request, connection),
    async close() {
      unsubscribe();
      await supervision.stop();
      await bus.close();
      await database.$disconnect();
      log.info('the API is closed');
    },
  };
}
