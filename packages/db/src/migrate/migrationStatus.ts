import type { DiagnoseMigrationHistoryOutput } from '@prisma/schema-engine-wasm';
import { prismaFolder, readMigrations } from './prismaFiles';
import { FILTERS, withEngine } from './withEngine';

/** What of the migrations in the repository the database has, lacks, or has differently. */
export async function migrationStatus(
  url: string,
  folder: string = prismaFolder,
): Promise<DiagnoseMigrationHistoryOutput> {
  return withEngine(url, folder, (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: readMigrations(folder),
      optInToShadowDatabase: false,
      filters: FILTERS,
    }),
  );
}
