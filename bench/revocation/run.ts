import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { beginTestRun, createWorld, startApi, startPostgres, startValkey } from '@hemicycle/testing';
import { startServerProcess } from '../../apps/realtime/src/testing/startServerProcess';
import { generateClient } from '../../infra/local/build.mjs';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import { measure, openDocument, Refused, type Sample } from './measure';
import type { Scene, Way } from './way';
import { removedFromSpace } from './ways/removedFromSpace';

/**
 * `npm run bench:revocation [-- --times 200]`: how long an open document on another node outlives the right to it. Two
 * realtime processes and the API on a real PostgreSQL, with wake-ups by it and by Valkey. The API takes the right away,
 * the person's socket is on node B, the document is open on node A as well.
 */
const WAYS: readonly Way[] = [removedFromSpace];
/** 99 of 100 open sockets close within this. Milliseconds since the request, so since less than the commit. */
const GOAL_MS = 1_000;

const { values } = parseArgs({ options: { times: { type: 'string', default: '200' } } });
const times = Number(values.times);

interface Measured {
  readonly bus: string;
  readonly way: string;
  readonly samples: readonly Sample[];
}

const run = await beginTestRun();
ownTestRun(run);
try {
  await generateClient(run.settings);
  await startPostgres();
  const results: Measured[] = [];
  for (const bus of ['PostgreSQL', 'Valkey'] as const) results.push(...(await measureOver(bus)));
  report(results);
} finally {
  await endTestRun(run);
}

async function measureOver(bus: 'PostgreSQL' | 'Valkey'): Promise<Measured[]> {
  console.error(`Starting two nodes and the API, wake-ups by ${bus} …`);
  const valkey = bus === 'Valkey' ? await startValkey() : null;
  const environment: Record<string, string> = valkey ? { BUS_URL: valkey.url } : {};
  const world = await createWorld();
  const api = await startApi({ databaseUrl: world.databaseUrl, environment });
  const nodes = await Promise.all(
    ['A', 'B'].map(() => startServerProcess(world.databaseUrl, undefined, environment)),
  );
  const [a, b] = nodes;
  if (!a || !b) throw new Error('two nodes are needed');
  const owner = await world.person('Owner of the space');
  const space = await world.space(owner, 'The space people leave');
  const documentId = await world.document(owner, space.id, 'The document they have open');
  const call: Scene['call'] = async (person, method, path, body) => {
    const answer = await fetch(`${api.url}/api/v1${path}`, {
      method,
      headers: { cookie: person.cookie, origin: run.settings.url, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(answer.status, text);
    return text === '' ? null : JSON.parse(text);
  };
  const scene: Scene = { world, owner, space, documentId, call };
  const witness = await openDocument(scene, a, owner);
  const results: Measured[] = [];
  for (const way of WAYS) {
    console.error(`${way.name}, ${times} times …`);
    results.push({ bus, way: way.name, samples: await measure(scene, way, b, times) });
  }
  if (witness.code() !== null) throw new Error('somebody who kept the right was closed too');
  witness.webSocket.terminate();
  await Promise.all(nodes.map((node) => node.end('SIGTERM')));
  await api.stop();
  await valkey?.stop();
  await world.close();
  return results;
}

function report(results: readonly Measured[]): void {
  const rows = results.map(
    ({ bus, way, samples }): Row => ({
      bus,
      way,
      times: samples.length,
      ...figures(samples, 'sinceRequest', 'request'),
      ...figures(samples, 'sinceAnswer', 'answer'),
    }),
  );
  console.log(JSON.stringify({ cores: cpus().length, goalMs: GOAL_MS, results: rows }, null, 2));
  console.table(rows);
  const late = rows.filter((row) => Number(row['p99 ms since request']) >= GOAL_MS);
  if (late.length === 0) return;
  console.error(`Later than ${GOAL_MS} ms: ${late.map(({ bus, way }) => `${way} over ${bus}`).join(', ')}`);
  process.exitCode = 1;
}

interface Row {
  readonly [column: string]: string | number;
}

function figures(samples: readonly Sample[], key: keyof Sample, since: string): Row {
  const sorted = samples.map((sample) => sample[key]).sort((x, y) => x - y);
  const at = (share: number): number =>
    Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) * 10) / 10;
  return {
    [`p50 ms since ${since}`]: at(0.5),
    [`p99 ms since ${since}`]: at(0.99),
    [`max ms since ${since}`]: at(1),
  };
}
