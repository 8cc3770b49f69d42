import { mkdirSync, writeFileSync } from 'node:fs';
import { buildApps, generateClient } from './build.mjs';
import { createProgress } from './createProgress.mjs';
import { createSupervisor } from './createSupervisor.mjs';
import { installDependencies } from './dependencies.mjs';
import { createKeycloakSchema, fillDatabase, migrateDatabase } from './fillDatabase.mjs';
import { LaunchError } from './LaunchError.mjs';
import { buildLivekit } from './parts/livekit.mjs';
import { createCluster } from './parts/postgres.mjs';
import { prepareKeycloak } from './parts/prepareKeycloak.mjs';
import {
  planApi,
  planKeycloak,
  planLivekit,
  planMail,
  planPortal,
  planPostgres,
  planRealtime,
  postgresOptions,
} from './plans.mjs';
import { preflight } from './preflight.mjs';
import { requireReachable } from './reach.mjs';
import { removeRecord } from './records.mjs';
import { endCommands } from './run.mjs';
import { readSettings } from './settings.mjs';
import { welcome } from './welcome.mjs';

/**
 * Brings everything up, says so, and stays until told to stop.
 * @param {{ development: boolean }} mode
 */
export async function launch(mode) {
  const settings = readSettings(mode);
  const progress = createProgress();
  const { paths } = settings;
  await preflight(settings, progress.say);
  mkdirSync(paths.logs, { recursive: true });
  mkdirSync(paths.blobs, { recursive: true });
  const supervisor = createSupervisor({ runFolder: paths.run, say: progress.say });
  stopOnSignal(supervisor, progress);
  try {
    await requireReachable(settings);
    writeEnvironment(settings);
    progress.say(mode.development ? 'Starting Hemicycle with hot reload' : 'Starting Hemicycle');
    const slow = await bringUp(settings, supervisor, progress);
    progress.end();
    console.log(welcome(settings, slow ? 'cold' : 'warm', progress.elapsed()));
  } catch (error) {
    progress.end();
    endCommands();
    await supervisor.stop();
    removeRecord(paths.run, 'launcher');
    throw error;
  }
}

/**
 * The steps, each begun as soon as what it needs is there.
 * @param {import('./settings.mjs').Settings} settings
 * @param {ReturnType<typeof createSupervisor>} supervisor
 * @param {import('./createProgress.mjs').Progress} progress
 * @returns {Promise<boolean>} whether anything had to be installed, fetched or built
 */
async function bringUp(settings, supervisor, progress) {
  const { paths, external, development, java } = settings;
  const { cache, logs, run: runFolder } = paths;
  const start = (/** @type {string} */ key, /** @type {import('./spawnPart.mjs').PartPlan} */ plan) =>
    progress.step(plan.name, () => supervisor.start(key, plan));

  const installed = progress.step('Dependencies', () =>
    installDependencies({ logFile: `${logs}/npm.log`, runFolder }),
  );
  const livekitBuilt = external.livekit
    ? Promise.resolve(false)
    : progress.step('LiveKit from its module', () =>
        buildLivekit({ cache, logFile: `${logs}/livekit-build.log`, runFolder }),
      );
  const keycloakPrepared = external.keycloak
    ? Promise.resolve(false)
    : progress.step('Keycloak from Maven', () =>
        prepareKeycloak({ cache, logFile: `${logs}/keycloak-build.log`, java, runFolder }),
      );
  const postgres = installed.then(async () => {
    if (external.postgres) {
      if (!external.keycloak)
        await progress.step('Schema for Keycloak', () => createKeycloakSchema(settings));
      return;
    }
    const folder = await progress.step('Database cluster', () => createCluster(postgresOptions(settings)));
    await start('postgres', planPostgres(settings, folder));
  });
  const generated = installed.then(() => progress.step('Database client', () => generateClient(settings)));
  const filled = Promise.all([postgres, generated]).then(async () => {
    await progress.step('Migrations', () => migrateDatabase(settings));
    await progress
      .step('Demo content', () => fillDatabase(settings))
      .catch((error) => {
        // Somebody at work on the seed still wants the rest to run.
        if (!development) throw error;
        progress.say(`  ! ${error instanceof LaunchError ? error.text : error}`);
      });
  });
  const built = development
    ? Promise.resolve(false)
    : generated.then(() => progress.step('Portal and realtime, for production', () => buildApps(settings)));
  const keycloak = Promise.all([keycloakPrepared, postgres]).then(async () => {
    if (!external.keycloak) await start('keycloak', planKeycloak(settings));
  });
  const livekit = livekitBuilt.then(async () => {
    if (!external.livekit) await start('livekit', planLivekit(settings));
  });
  const mail = installed.then(async () => {
    if (!external.mail) await start('mail', planMail(settings));
  });
  const ours = Promise.all([filled, built]).then(async () => {
    if (!external.realtime)
      await start('realtime', planRealtime(settings, development ? 'watched' : 'bundle'));
    if (development) await start('api', planApi(settings, 'watched'));
    await start('portal', planPortal(settings, development ? 'source' : 'bundle'));
  });
  const [installing, building, preparing, bundling] = await Promise.all([
    installed,
    livekitBuilt,
    keycloakPrepared,
    built,
    keycloak,
    livekit,
    mail,
    ours,
  ]);
  return installing || building || preparing || bundling;
}

/**
 * @param {ReturnType<typeof createSupervisor>} supervisor
 * @param {import('./createProgress.mjs').Progress} progress
 */
function stopOnSignal(supervisor, progress) {
  let asked = 0;
  const stop = async () => {
    asked += 1;
    // Impatience is heard: the second Ctrl-C leaves the rest to the next start, which ends what is left.
    if (asked > 1) process.exit(1);
    progress.end();
    console.log('\nStopping (Ctrl-C again to stop waiting) …');
    endCommands();
    await supervisor.stop();
    console.log('Everything is stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}

/** What a tool needs to talk to the running parts: `set -a; . .data/environment`. @param {import('./settings.mjs').Settings} settings */
function writeEnvironment({ paths, environment, external, ports, secrets, busUrl }) {
  const names = [
    'HEMICYCLE_URL',
    'REALTIME_URL',
    'DATABASE_URL',
    'KEYCLOAK_URL',
    'KEYCLOAK_SERVICE_CLIENT_SECRET',
    'LIVEKIT_URL',
    'LIVEKIT_API_KEY',
    'LIVEKIT_API_SECRET',
    'BLOBS_PATH',
    'SMTP_HOST',
    'SMTP_PORT',
    'SMTP_TLS',
    'MAIL_FROM',
  ];
  const lines = names
    .filter((name) => Reflect.get(environment, name) !== undefined)
    .map((name) => `${name}=${Reflect.get(environment, name)}`);
  if (busUrl) lines.push(`BUS_URL=${busUrl}`);
  if (!external.postgres) {
    lines.push(
      `POSTGRES_SUPERUSER_URL=postgresql://postgres:${secrets.databaseSuperuser}@127.0.0.1:${ports.postgres}/postgres`,
    );
  }
  writeFileSync(`${paths.data}/environment`, `${lines.join('\n')}\n`, { mode: 0o600 });
}
