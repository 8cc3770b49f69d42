import { prismaFolder, readMigrations, readSchemaFiles } from './prismaFiles';
import { FILTERS, withEngine } from './withEngine';

/**
 * SQL that leads from what the migrations build to what the schema files say; empty when they agree. The migrations
 * are replayed in a scratch database beside `url`, so its role must be allowed to create one.
 */
export async function diffSchema(url: string, folder: string = prismaFolder): Promise<string> {
  return withEngine(url, folder, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations(folder) },
      to: { tag: 'schemaDatamodel', files: readSchemaFiles(folder) },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: FILTERS,
    } as Parameters<typeof engine.diff>[0]);
    const sql = stdout ?? '';
    return sql.includes('-- This is an empty migration') ? '' : sql;
  });
}
