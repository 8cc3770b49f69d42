import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { tsx } from '../../../infra/local/build.mjs';
import { hashFiles } from '../../../infra/local/hashFiles.mjs';
import { root } from '../../../infra/local/paths.mjs';
import { run as runCommand } from '../../../infra/local/run.mjs';
import { openTestRun } from './openTestRun';
import { startPostgres, type TestPostgres } from './startPostgres';
import { withLock } from './withLock';

export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected, and forgets it. */
  drop(): Promise<void>;
}

/**
 * An empty, migrated database of one's own on the run's PostgreSQL, in some 50 ms: it is copied from one that was
 * migrated once per run.
 * @param own on this PostgreSQL instead
 */
export async function testDatabase(own?: TestPostgres): Promise<TestDatabase> {
  const postgres = own ?? (await startPostgres());
  const template = await migratedTemplate(postgres);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await query(postgres, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: postgres.urlOf(name),
    drop: () => query(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function migratedTemplate(postgres: TestPostgres): Promise<string> {
  const { settings } = openTestRun();
  const name = `template_${hashFiles(root, ['prisma/migrations']).slice(0, 12)}`;
  await withLock(`${settings.paths.run}/template.lock`, async () => {
    if (await exists(postgres, name)) return;
    const unfinished = `${name}_unfinished`;
    await query(postgres, `DROP DATABASE IF EXISTS ${unfinished}`);
    await query(postgres, `CREATE DATABASE ${unfinished}`);
    await runCommand({
      name: 'Migrating the template database',
      ...tsx(`${root}/packages/db/src/cli.ts`, ['migrate']),
      cwd: root,
      env: { ...settings.environment, DATABASE_URL: postgres.urlOf(unfinished) },
      logFile: `${settings.paths.logs}/migrate.log`,
    });
    await query(postgres, `ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

async function exists(postgres: TestPostgres, name: string): Promise<boolean> {
  const client = new Client(postgres.superuserUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Names are ours: letters, digits and underscores. */
async function query(postgres: TestPostgres, sql: string): Promise<void> {
  const client = new Client(postgres.superuserUrl);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
