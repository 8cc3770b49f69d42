import { createHash } from 'node:crypto';
import { tsx } from './build.mjs';
import { hashFiles, onceFor } from './hashFiles.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

/**
 * Applies the migrations that are missing. Our own database, known to be up to date, is not asked.
 * @param {Settings} settings
 */
export function migrateDatabase(settings) {
  const apply = () =>
    runScript(settings, 'Migrating the database', 'migrate', 'packages/db/src/cli.ts', ['migrate']);
  if (settings.external.postgres) return apply().then(() => true);
  const hash = hashFiles(root, ['prisma/migrations']);
  return onceFor(`${settings.paths.data}/stamps/migrations`, hash, apply);
}

/**
 * In a PostgreSQL that was given to us, Keycloak gets a schema of the one database.
 * @param {Settings} settings
 */
export async function createKeycloakSchema({ databaseUrl }) {
  // Here and not above: before the dependencies are installed there is none.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS keycloak');
  } finally {
    await client.end();
  }
}

/**
 * Writes the demo organisation once per database.
 * @param {Settings} settings
 */
export function fillDatabase(settings) {
  const hash = createHash('sha256').update(settings.databaseUrl).update(settings.url).digest('hex');
  return onceFor(`${settings.paths.data}/stamps/seed`, hash, () =>
    runScript(settings, 'Writing the demo content', 'seed', 'prisma/seed.ts'),
  );
}

/** @param {Settings} settings @param {string} name @param {string} log @param {string} file @param {readonly string[]} [args] */
function runScript({ paths, environment }, name, log, file, args = []) {
  return run({
    name,
    ...tsx(`${root}/${file}`, args),
    cwd: root,
    env: environment,
    logFile: `${paths.logs}/${log}.log`,
    runFolder: paths.run,
  });
}
