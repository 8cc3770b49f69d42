import { nodeFlags } from '../../apps/realtime/nodeFlags.mjs';
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

/** How a server of ours is run: its bundle, its source, or its source restarted at every edit. */
/** @typedef {'bundle' | 'source' | 'watched'} Form */

/** @param {Settings} settings @param {Form} [form] @returns {PartPlan} */
export const planRealtime = (settings, form = 'bundle') =>
  planServer(settings, form, {
    name: 'Realtime server',
    folder: 'apps/realtime',
    source: 'src/main.ts',
    bundle: [...nodeFlags, 'dist/main.js'],
    log: 'realtime',
    ready: async () => (await fetch(`http://127.0.0.1:${settings.ports.realtime}/health`)).ok,
  });

/** The API in a process of its own: in development, and in tests that need no pages. @param {Settings} settings @param {Form} [form] */
export const planApi = (settings, form = 'source') =>
  planServer(settings, form, {
    name: 'API',
    folder: 'apps/portal',
    source: 'src/server/apiMain.ts',
    bundle: [],
    log: 'api',
    ready: () => accepts(settings.ports.api),
  });

/** @param {Settings} settings @param {Form} [form] @returns {PartPlan} */
export const planPortal = (settings, form = 'bundle') =>
  planServer(settings, form, {
    name: 'Portal',
    folder: 'apps/portal',
    source: 'src/server/main.ts',
    bundle: ['--enable-source-maps', 'dist/server.js'],
    log: 'portal',
    ready: async () => (await fetch(`http://127.0.0.1:${settings.ports.portal}/api/health/live`)).ok,
  });

/**
 * @param {Settings} settings
 * @param {Form} form
 * @param {{ name: string, folder: string, source: string, bundle: string[], log: string, ready: () => Promise<boolean> }} server
 * @returns {PartPlan}
 */
function planServer({ environment, paths }, form, { name, folder, source, bundle, log, ready }) {
  const programs = {
    bundle: () => ({ command: process.execPath, args: bundle }),
    source: () => tsx(source),
    watched: () => tsx('watch', ['--clear-screen=false', source]),
  };
  const watched = form === 'watched';
  return {
    name,
    ...programs[form](),
    cwd: `${root}/${folder}`,
    env: environment,
    logFile: `${paths.logs}/${log}.log`,
    ready,
    readyMs: watched ? 15_000 : 60_000,
    forgiving: watched,
    stopMs: 15_000,
    // The TypeScript runner stands before the server it runs.
    group: form !== 'bundle',
  };
}
