import { tsx } from './build.mjs';
import { keycloakPlan } from './parts/keycloak.mjs';
import { livekitPlan } from './parts/livekit.mjs';
import { accepts, postgresPlan } from './parts/postgres.mjs';
import { root } from './paths.mjs';

/**
 * How each part is run under given settings.
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {import('./spawnPart.mjs').PartPlan} PartPlan
 */

/** @param {Settings} settings @returns {import('./parts/postgres.mjs').PostgresOptions} */
export const postgresOptions = ({ paths, ports, secrets }) => ({
  folder: paths.postgres,
  port: ports.postgres,
  superuserPassword: secrets.databaseSuperuser,
  logFile: `${paths.logs}/postgres.log`,
  databases: [
    { name: 'hemicycle', owner: 'hemicycle', password: secrets.database },
    { name: 'keycloak', owner: 'keycloak', password: secrets.keycloakDatabase },
  ],
});

/** @param {Settings} settings @param {string} folder */
export const planPostgres = (settings, folder) => postgresPlan(postgresOptions(settings), folder);

/** @param {Settings} settings @returns {PartPlan} */
export function planKeycloak(settings) {
  const { paths, ports, secrets, url, internalUrl, java, development } = settings;
  return keycloakPlan({
    folder: paths.keycloak,
    cache: paths.cache,
    port: ports.keycloak,
    publicUrl: url,
    portalUrl: internalUrl,
    database: keycloakDatabase(settings),
    adminPassword: secrets.keycloakAdmin,
    serviceSecret: secrets.keycloakService,
    java,
    logFile: `${paths.logs}/keycloak.log`,
    dev: development,
  });
}

/** Its own database beside ours; in a Postgres that was given to us, a schema of the one database. @param {Settings} settings */
function keycloakDatabase({ external, databaseUrl, ports, secrets }) {
  if (!external.postgres) {
    return {
      host: '127.0.0.1',
      port: ports.postgres,
      name: 'keycloak',
      user: 'keycloak',
      password: secrets.keycloakDatabase,
    };
  }
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    name: url.pathname.slice(1),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    schema: 'keycloak',
  };
}

/** @param {Settings} settings @returns {PartPlan} */
export const planLivekit = ({ paths, ports, livekitKey, livekitSecret, internalUrl }) =>
  livekitPlan({
    folder: paths.livekit,
    cache: paths.cache,
    port: ports.livekit,
    apiKey: livekitKey,
    apiSecret: livekitSecret,
    webhookUrl: `${internalUrl}/api/v1/webhooks/livekit`,
    logFile: `${paths.logs}/livekit.log`,
  });

/** @param {Settings} settings @returns {PartPlan} */
export const planRealtime = (settings) =>
  planServer(settings, {
    name: 'Realtime server',
    folder: 'apps/realtime',
    source: 'src/main.ts',
    watched: true,
    log: 'realtime',
    ready: async () => (await fetch(`http://127.0.0.1:${settings.ports.realtime}/health`)).ok,
  });

/** The API in a process of its own: in development only. @param {Settings} settings @returns {PartPlan} */
export const planApi = (settings) =>
  planServer(settings, {
    name: 'API',
    folder: 'apps/portal',
    source: 'src/server/apiMain.ts',
    watched: true,
    log: 'api',
    ready: () => accepts(settings.ports.api),
  });

/** @param {Settings} settings @returns {PartPlan} */
export const planPortal = (settings) =>
  planServer(settings, {
    name: 'Portal',
    folder: 'apps/portal',
    source: 'src/server/main.ts',
    watched: false,
    log: 'portal',
    ready: async () => (await fetch(`http://127.0.0.1:${settings.ports.portal}/api/health/live`)).ok,
  });

/**
 * One of our own servers: from its bundle, or in development from its source.
 * @param {Settings} settings
 * @param {{ name: string, folder: string, source: string, watched: boolean, log: string, ready: () => Promise<boolean> }} server
 * @returns {PartPlan}
 */
function planServer({ development, environment, paths }, { name, folder, source, watched, log, ready }) {
  const cwd = `${root}/${folder}`;
  const program = development
    ? tsx(watched ? 'watch' : source, watched ? ['--clear-screen=false', source] : [])
    : { command: process.execPath, args: ['--enable-source-maps', 'dist/server.js'] };
  return {
    name,
    ...program,
    cwd,
    env: environment,
    logFile: `${paths.logs}/${log}.log`,
    ready,
    readyMs: development && watched ? 15_000 : 60_000,
    forgiving: development && watched,
    stopMs: 15_000,
    group: development,
  };
}
