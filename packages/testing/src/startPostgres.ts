import { createCluster, postgresPlan } from '../../../infra/local/parts/postgres.mjs';
import { postgresOptions } from '../../../infra/local/plans.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';

export interface TestPostgres extends RunningPart {
  /** Connection string of the superuser, to the database `postgres`. */
  readonly superuserUrl: string;
  /** Connection string of the superuser to any database of the cluster. */
  urlOf(database: string): string;
}

/** The run's PostgreSQL: one cluster that does not wait for the disk, shared by all test files. */
export async function startPostgres(): Promise<TestPostgres> {
  const run = openTestRun();
  const options = { ...postgresOptions(run.settings), throwaway: true };
  const folder = await createCluster(options);
  const part = createRunningPart(run, 'postgres', () => postgresPlan(options, folder));
  await part.start();
  const urlOf = (database: string) =>
    `postgresql://postgres:${options.superuserPassword}@127.0.0.1:${options.port}/${database}`;
  return { ...part, superuserUrl: urlOf('postgres'), urlOf };
}
