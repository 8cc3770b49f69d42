import pg from 'pg';
import { prismaFolder, readMigrations } from './prismaFiles';
import { FILTERS, withEngine } from './withEngine';

/** Any constant of our own: two migrating replicas wait for each other on it. */
const LOCK = 7_203_114_001;

/**
 * Applies every migration that was not applied yet.
 * @returns the names of those applied now, oldest first.
 */
export async function migrate(url: string, folder: string = prismaFolder): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'hemicycle-migrate' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await withEngine(url, folder, async (engine) => {
      const output = await engine.applyMigrations({
        migrationsList: readMigrations(folder),
        filters: FILTERS,
      });
      return output.appliedMigrationNames;
    });
  } finally {
    await lock.end();
  }
}
