import { cpus } from 'node:os';
import { beginTestRun, startPortal } from '@hemicycle/testing';
import { liveRecords } from '../../infra/local/records.mjs';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import { cpuOf, cpuOfPostgres } from '../sync/measure/processUse';
import { fill } from './fill';
import { startLoad } from './load';

/** What an authenticated read of 50 rows must reach. Requests a second on two cores. */
const GOAL = 2_000;
const CONNECTIONS = 20;
const SECONDS = 10;
const WARM_UP = 5;
const ROWS = 50;

const run = await beginTestRun();
ownTestRun(run);
const load = startLoad();
try {
  console.error('Filling a database, starting the portal as built for production …');
  const { world, spaceId, readers } = await fill();
  const portal = await startPortal({ databaseUrl: world.databaseUrl, environment: { LOG_LEVEL: 'info' } });
  const url = `${portal.url}/api/v1/spaces/${spaceId}/members?limit=${ROWS}`;
  const cookies = readers.map(({ cookie }) => cookie);
  const body = await readOnce(url, cookies[0] ?? '');
  const order = { url, cookies, connections: CONNECTIONS, body };
  await load.run({ ...order, seconds: WARM_UP });
  const before = cpuUsed();
  const measured = await load.run({ ...order, seconds: SECONDS });
  const after = cpuUsed();

  const { requests, requestsPerSecond, p50, p99, max, failures, cpuMs } = measured;
  const each = (ms: number): number => Math.round((ms * 1000) / requests);
  const microseconds = {
    portal: each(after.portal - before.portal),
    postgres: each(after.postgres - before.postgres),
    generator: each(cpuMs),
  };
  console.table({
    [`${ROWS} members`]: {
      'requests/s': Math.round(requestsPerSecond),
      'p50 ms': p50,
      'p99 ms': p99,
      'max ms': max,
      failed: failures.length,
      bytes: body.length,
    },
  });
  console.table({ 'CPU, µs a request': microseconds });
  console.log(
    JSON.stringify({ cores: cpus().length, connections: CONNECTIONS, goal: GOAL, ...measured, microseconds }),
  );
  if (failures.length > 0 || requestsPerSecond < GOAL) {
    console.error(`Fewer than ${GOAL} requests a second, or failed ones: ${failures.join('; ')}`);
    process.exitCode = 1;
  }
  await portal.stop();
  await world.close();
} finally {
  load.stop();
  await endTestRun(run);
}

/** The answer everybody must get: all readers see the same members. */
async function readOnce(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie } });
  const text = await answer.text();
  const { items } = JSON.parse(text) as { items?: unknown[] };
  if (!answer.ok || items?.length !== ROWS) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
  return text;
}

/** Processor time so far, with all threads and, for PostgreSQL, all its processes. Milliseconds; Linux tells it. */
function cpuUsed(): { portal: number; postgres: number } {
  const parts = liveRecords(run.settings.paths.run);
  const pidOf = (key: string): number => parts.find(({ name }) => name === key)?.pid ?? 0;
  return { portal: cpuOf(pidOf('portal')), postgres: cpuOfPostgres(pidOf('postgres')) };
}
