import { generateClient } from '../../../infra/local/build.mjs';
import { endAbandonedRuns, ownTestRun } from './endTestRun';
import { beginTestRun } from './openTestRun';
import { startPostgres } from './startPostgres';

/** Jest, before the integration tests: a run with its PostgreSQL. Other parts start when a test asks for them. */
export default async function jestGlobalSetup(): Promise<void> {
  await endAbandonedRuns();
  const run = await beginTestRun();
  ownTestRun(run);
  await generateClient(run.settings);
  await startPostgres();
}
