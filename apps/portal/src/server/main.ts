import { createDatabase } from '@hemicycle/db';
import { databaseEnv, keycloakEnv, livekitEnv, portalEnv } from '@hemicycle/env';
import { logger } from '@hemicycle/observability';
import { apiListener } from './apiListener';
import { createDrain } from './createDrain';
import { createHealth } from './createHealth';
import { createHealthChecks } from './createHealthChecks';
import { createPages } from './createPages';
import { createPortal } from './createPortal';
import { createProxy, NO_COOKIES } from './createProxy';
import { createWorkerScript } from './createWorkerScript';
import { onStopSignal } from './onStopSignal';
import { remoteApi } from './remoteApi';

/** Where pages find the API without a network hop; read by `src/lib/serverApi.ts`. */
const IN_PROCESS_API = Symbol.for('hemicycle.api');

/** Keycloak sees the cookies it set and no others. */
const isKeycloakCookie = (name: string): boolean => /^(AUTH_|KC_|KEYCLOAK_)/.test(name);

async function main(): Promise<void> {
  const log = logger('lifecycle', { part: 'portal' });
  const portal = portalEnv();
  const keycloak = keycloakEnv();
  const livekit = livekitEnv();
  const database = createDatabase(databaseEnv().url, { poolSize: 1 });
  const [pages, api] = await Promise.all([
    createPages(portal),
    portal.apiUrl ? remoteApi(portal.apiUrl) : (await import('@hemicycle/api')).composeApi(),
  ]);
  Reflect.set(globalThis, IN_PROCESS_API, (request: Request) => api.fetch(request));

  const url = new URL(portal.url);
  const health = createHealth(createHealthChecks(database, { portal, keycloak, livekit }));
  const server = createPortal({
    origin: {
      host: url.host,
      protocol: portal.secure ? 'https' : 'http',
      port: url.port || (portal.secure ? '443' : '80'),
      trustedProxies: portal.trustedProxies,
    },
    headers: { origin: portal.url, secure: portal.secure, development: portal.development },
    realm: keycloak.realm,
    ready: health.ready,
    api: apiListener(api),
    pages: pages.handle,
    worker: createWorkerScript(portal),
    pagesUpgrade: pages.upgrade,
    identity: createProxy('keycloak', keycloak.url, isKeycloakCookie),
    media: createProxy('livekit', livekit.httpUrl, NO_COOKIES),
    realtime: createProxy('realtime', portal.realtimeUrl, NO_COOKIES),
  });
  const drain = createDrain(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(portal.port, portal.host, resolve);
  });
  log.info({ url: portal.url, host: portal.host, port: portal.port }, 'listening');
  onStopSignal(log, async () => {
    await drain();
    await Promise.all([api.close(), pages.close(), database.$disconnect()]);
  });
}

await main();
