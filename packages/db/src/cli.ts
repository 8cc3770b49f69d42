import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseEnv } from '@hemicycle/env';
import { diffSchema, migrate, migrationStatus, prismaFolder } from './migrate';

const USAGE = 'Usage: cli.ts migrate | status | check | diff <name>';

async function main([command, name]: string[]): Promise<string> {
  const { url } = databaseEnv();
  if (command === 'migrate') {
    const applied = await migrate(url);
    return applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`;
  }
  if (command === 'status') return JSON.stringify(await migrationStatus(url), null, 2);
  if (command === 'check') {
    const sql = await diffSchema(url);
    if (sql !== '') throw new Error(`The schema files say more than the migrations build:\n${sql}`);
    return 'The migrations build the schema.';
  }
  if (command === 'diff' && name !== undefined && /^[a-z0-9_]+$/.test(name)) {
    const sql = await diffSchema(url);
    if (sql === '') return 'The migrations already build the schema.';
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(prismaFolder, 'migrations', `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'migration.sql'), sql);
    return `Wrote ${folder}/migration.sql. Read it before it is applied.`;
  }
  throw new Error(USAGE);
}

main(process.argv.slice(2)).then(
  // The schema engine leaves a timer of ten seconds behind, which would keep every start of the house waiting.
  (text) => process.stdout.write(`${text}\n`, () => process.exit(0)),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
