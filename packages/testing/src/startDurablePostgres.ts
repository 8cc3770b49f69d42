import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createCluster, postgresPlan } from '../../../infra/local/parts/postgres.mjs';
import { postgresOptions } from '../../../infra/local/plans.mjs';
import { freePorts } from '../../../infra/local/ports.mjs';
import { isSame, send, startOf } from '../../../infra/local/processes.mjs';
import { liveRecords } from '../../../infra/local/records.mjs';
import { createRunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';
import type { TestPostgres } from './startPostgres';

/**
 * A PostgreSQL of one's own that waits for the disk, as in production: killed at any moment, it comes back with
 * everything it had said to be committed.
 * @param name one cluster per name and run
 */
export async function startDurablePostgres(name: string): Promise<TestPostgres> {
  const run = openTestRun();
  const shared = postgresOptions(run.settings);
  const [port = 0] = await freePorts(1);
  const options = {
    ...shared,
    folder: `${shared.folder}-${name}`,
    port,
    logFile: `${run.settings.paths.logs}/postgres-${name}.log`,
  };
  const folder = await createCluster(options);
  const key = `postgres-${name}`;
  const part = createRunningPart(run, key, () => postgresPlan(options, folder));
  await part.start();
  const urlOf = (database: string) =>
    `postgresql://postgres:${options.superuserPassword}@127.0.0.1:${port}/${database}`;
  return {
    ...part,
    kill: async () => {
      const postmaster = liveRecords(run.settings.paths.run).find((record) => record.name === key);
      const children = postmaster ? childrenOf(postmaster.pid) : [];
      for (const { pid } of postmaster ? [postmaster, ...children] : []) send(pid, 'SIGKILL');
      await part.kill();
      // Until the last of them is gone their shared memory keeps a new one from starting.
      while (children.some(({ pid, start }) => isSame(pid, start))) await delay(20);
    },
    superuserUrl: urlOf('postgres'),
    urlOf,
  };
}

/** A power cut spares no process; without /proc the others end by themselves when they miss the first. */
function childrenOf(pid: number): { pid: number; start: string }[] {
  let list = '';
  try {
    list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  } catch {
    return [];
  }
  return list.split(' ').flatMap((each) => {
    const start = each ? startOf(Number(each)) : undefined;
    return start ? [{ pid: Number(each), start }] : [];
  });
}
