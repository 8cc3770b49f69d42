import { existsSync } from 'node:fs';
import { LaunchError } from './LaunchError.mjs';
import { folders, root } from './paths.mjs';
import { readSecrets } from './secrets.mjs';
import { javaHome } from './tools.mjs';

/**
 * Everything one run is decided by: folders, ports, addresses and secrets; from the environment where it says
 * something, generated or usual otherwise.
 * @param {{ development: boolean }} mode @param {Readonly<Record<string, string | undefined>>} [env]
 */
export function readSettings({ development }, env = readEnvironment()) {
  const paths = folders(env);
  const secrets = readSecrets(paths.secrets);
  const port = (/** @type {string} */ name, /** @type {number} */ usual) => readPort(env, name, usual);
  const portalPort = port('PORT', 3000);
  const ports = {
    portal: portalPort,
    realtime: port('REALTIME_PORT', 3001),
    api: port('API_PORT', 3002),
    postgres: port('POSTGRES_PORT', 55432),
    keycloak: port('KEYCLOAK_PORT', 8180),
    livekit: port('LIVEKIT_PORT', 7880),
    mail: port('MAIL_PORT', 8025),
    mailSmtp: port('MAIL_SMTP_PORT', 8026),
  };
  const external = {
    postgres: Boolean(env.DATABASE_URL),
    keycloak: Boolean(env.KEYCLOAK_URL),
    livekit: Boolean(env.LIVEKIT_URL),
    realtime: Boolean(env.REALTIME_URL),
    bus: Boolean(env.BUS_URL),
    mail: Boolean(env.SMTP_HOST),
  };
  requireValkeyAddress(env.BUS_URL);
  requireTogether(env, 'KEYCLOAK_URL', ['KEYCLOAK_SERVICE_CLIENT_SECRET'], 'end sessions there');
  requireTogether(env, 'LIVEKIT_URL', ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'], 'sign media tokens');
  const url = (env.HEMICYCLE_URL || `http://localhost:${portalPort}`).replace(/\/+$/, '');
  const internalUrl = `http://127.0.0.1:${portalPort}`;
  const livekitKey = env.LIVEKIT_API_KEY || 'hemicycle';
  const livekitSecret = env.LIVEKIT_API_SECRET || secrets.livekit;
  const databaseUrl =
    env.DATABASE_URL || `postgresql://hemicycle:${secrets.database}@127.0.0.1:${ports.postgres}/hemicycle`;
  const busUrl = env.BUS_URL || '';
  return {
    development,
    paths,
    secrets,
    ports,
    external,
    url,
    internalUrl,
    livekitKey,
    livekitSecret,
    databaseUrl,
    /** '' when PostgreSQL carries the wake-ups. */
    busUrl,
    java: javaHome(/** @type {NodeJS.ProcessEnv} */ (env)),
    /** The environment of our own servers: nothing of ours is left to chance, nothing of theirs is lost. */
    environment: {
      ...env,
      ...TELEMETRY_OFF,
      NODE_ENV: development ? 'development' : 'production',
      HEMICYCLE_URL: url,
      HOST: env.HOST || '127.0.0.1',
      PORT: String(portalPort),
      REALTIME_PORT: String(ports.realtime),
      REALTIME_URL: env.REALTIME_URL || `http://127.0.0.1:${ports.realtime}`,
      ...(development ? { API_URL: `http://127.0.0.1:${ports.api}` } : {}),
      DATABASE_URL: databaseUrl,
      ...(busUrl ? { BUS_URL: busUrl } : {}),
      KEYCLOAK_URL: env.KEYCLOAK_URL || `http://127.0.0.1:${ports.keycloak}/auth`,
      KEYCLOAK_SERVICE_CLIENT_SECRET: env.KEYCLOAK_SERVICE_CLIENT_SECRET || secrets.keycloakService,
      LIVEKIT_URL: env.LIVEKIT_URL || `ws://127.0.0.1:${ports.livekit}`,
      LIVEKIT_API_KEY: livekitKey,
      LIVEKIT_API_SECRET: livekitSecret,
      BLOBS_PATH: env.BLOBS_PATH || paths.blobs,
      ...(external.mail
        ? {}
        : {
            SMTP_HOST: '127.0.0.1',
            SMTP_PORT: String(ports.mailSmtp),
            SMTP_TLS: 'off',
            MAIL_FROM: env.MAIL_FROM || 'no-reply@hemicycle.example',
          }),
    },
  };
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/** Nothing phones home, at run time or while building. */
export const TELEMETRY_OFF = {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  // Generating the client needs no engine; naming one keeps Prisma from fetching it.
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
};

/** The process's environment, with what a `.env` in the checkout adds. */
function readEnvironment() {
  if (existsSync(`${root}/.env`)) process.loadEnvFile(`${root}/.env`);
  return process.env;
}

/** @param {Readonly<Record<string, string | undefined>>} env @param {string} name @param {number} usual */
function readPort(env, name, usual) {
  if (!env[name]) return usual;
  const port = Number(env[name]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new LaunchError(`${name} is not a port: ${env[name]}.`, 'A number from 1 to 65535 is needed.', [
    `set it, for example ${name}=${usual}`,
    `or unset it: ${usual} is used then`,
  ]);
}

/** @param {string | undefined} address may hold a password: it is not repeated */
function requireValkeyAddress(address) {
  if (!address || (URL.canParse(address) && /^rediss?:$/.test(new URL(address).protocol))) return;
  throw new LaunchError('BUS_URL is not the address of a Valkey.', 'redis:// or rediss:// is needed.', [
    'set it, for example BUS_URL=redis://127.0.0.1:6379',
    'or unset it: then PostgreSQL carries the wake-ups',
  ]);
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} name @param {readonly string[]} needed @param {string} purpose
 */
function requireTogether(env, name, needed, purpose) {
  const missing = needed.filter((other) => !env[other]);
  if (!env[name] || missing.length === 0) return;
  throw new LaunchError(
    `${name} is given without ${missing.join(' and ')}.`,
    `A server of your own is used, and our servers need it to ${purpose}.`,
    [`set ${missing.join(' and ')} too`, `or unset ${name}: then we start our own`],
  );
}
