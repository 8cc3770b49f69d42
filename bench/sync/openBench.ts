import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beginTestRun, startPostgres, type TestRun } from '@hemicycle/testing';
import { generateClient } from '../../infra/local/build.mjs';
import { createCluster, postgresPlan } from '../../infra/local/parts/postgres.mjs';
import { root } from '../../infra/local/paths.mjs';
import { postgresOptions } from '../../infra/local/plans.mjs';
import { createRunningPart } from '../../packages/testing/src/createRunningPart';
import { ownTestRun } from '../../packages/testing/src/endTestRun';

export interface OpenBench {
  readonly run: TestRun;
  readonly postmaster: number;
}

/**
 * A folder and a PostgreSQL of the bench's own, and our server built from what is written now.
 * @param begun told as soon as there is something to end
 */
export async function openBench(begun: (run: TestRun) => void): Promise<OpenBench> {
  const run = await beginTestRun();
  begun(run);
  ownTestRun(run);
  // Tests' clusters do not wait for the disk; what is measured here has to.
  const options = postgresOptions(run.settings);
  const folder = await createCluster(options);
  await createRunningPart(run, 'postgres', () => postgresPlan(options, folder)).start();
  await startPostgres();
  await generateClient(run.settings);
  await promisify(execFile)(process.execPath, ['build.mjs'], { cwd: `${root}/apps/realtime` });
  const postmaster = Number(readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[0]);
  return { run, postmaster };
}
