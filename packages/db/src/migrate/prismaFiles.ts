import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** The repository's `prisma` folder, as seen from this source file. */
export const prismaFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../prisma');

/** Every schema file below `<folder>/schema`, in the form the schema engine takes. */
export function readSchemaFiles(folder: string): { path: string; content: string }[] {
  const schema = join(folder, 'schema');
  return readdirSync(schema)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(schema, name), content: readFileSync(join(schema, name), 'utf8') }));
}

/** Every migration below `<folder>/migrations`, oldest first. */
export function readMigrations(folder: string): MigrationList {
  const baseDir = join(folder, 'migrations');
  const lockfile = join(baseDir, 'migration_lock.toml');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(baseDir, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(lockfile, 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
