import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import { beginTestRun, startApi } from '@hemicycle/testing';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import { fill } from './fill';

interface Measured {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  requests: number;
  ok: number;
  failed: number;
  megabytesPerSecond: number;
}

/** What an authenticated read of 50 rows must reach. Requests a second on two cores. */
const GOAL = 2_000;
const CONNECTIONS = 20;
const SECONDS = 10;
const WARM_UP = 3;

const run = await beginTestRun();
ownTestRun(run);
try {
  console.error('Filling a database, starting the API …');
  const { world, spaceId, readers } = await fill();
  const api = await startApi({ databaseUrl: world.databaseUrl, environment: { LOG_LEVEL: 'info' } });
  const [first] = readers;
  const load = async (path: string, seconds: number): Promise<Measured> => {
    const order = {
      url: `${api.url}/api/v1${path}`,
      cookies: readers.map(({ cookie }) => cookie),
      connections: CONNECTIONS,
      seconds,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [
      `${import.meta.dirname}/load.mjs`,
      JSON.stringify(order),
    ]);
    return JSON.parse(stdout) as Measured;
  };
  const paths = { '50 members': `/spaces/${spaceId}/members?limit=50` };
  const results: Record<string, Measured & { bytes: number }> = {};
  for (const [name, path] of Object.entries(paths)) {
    const answer = await fetch(`${api.url}/api/v1${path}`, { headers: { cookie: first?.cookie ?? '' } });
    const text = await answer.text();
    const { items } = JSON.parse(text) as { items?: unknown[] };
    if (!answer.ok || (items && items.length !== 50))
      throw new Error(`${name}: ${answer.status} ${text.slice(0, 200)}`);
    await load(path, WARM_UP);
    results[name] = { ...(await load(path, SECONDS)), bytes: text.length };
  }
  console.log(
    JSON.stringify({ cores: cpus().length, connections: CONNECTIONS, goal: GOAL, results }, null, 2),
  );
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([name, { requestsPerSecond, p50, p99, failed, bytes }]) => [
        name,
        { 'requests/s': Math.round(requestsPerSecond), 'p50 ms': p50, 'p99 ms': p99, failed, bytes },
      ]),
    ),
  );
  const counted = results['50 members'];
  if (!counted || counted.failed > 0 || counted.requestsPerSecond < GOAL) {
    console.error(`Fewer than ${GOAL} requests a second, or failed ones.`);
    process.exitCode = 1;
  }
  await api.stop();
  await world.close();
} finally {
  await endTestRun(run);
}
