import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { beginTestRun, startPostgres } from '@hemicycle/testing';
import { generateClient } from '../../infra/local/build.mjs';
import { disposeCalls } from '../../packages/api/src/testing/enterCall';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import { figuresOf, type Row } from './figuresOf';
import { DOORS, measure } from './measure';
import { measureSockets } from './measureSockets';
import { type Bus, openHouse } from './openHouse';
import { WAYS } from './ways';
import { removedFromSpace } from './ways/removedFromSpace';

/**
 * `npm run bench:revocation [-- --times 50 --ways group,link --sockets 200]`: how long everything of a space stays open
 * to somebody who lost it, six ways. Two nodes as built for production, the real Keycloak and LiveKit, PostgreSQL; people
 * are on node B, rights are taken away on node A. Then the open document alone, more often, over each kind of bus.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    sockets: { type: 'string', default: '200' },
    ways: { type: 'string', default: '' },
  },
});
const times = Number(values.times);
const sockets = Number(values.sockets);
const wanted = values.ways.split(',').map((word) => word.trim());
const ways = WAYS.filter(({ name }) => wanted.some((word) => name.includes(word)));

/** 99 of 100 are out of each door within this. Milliseconds since before the request that takes the right away. */
const GOAL_MS = 5_000;
/** And out of the open document, when they are removed. */
const SOCKET_GOAL_MS = 1_000;

const run = await beginTestRun();
ownTestRun(run);
const rows: Row[] = [];
try {
  await generateClient(run.settings);
  await startPostgres();
  for (const bus of ['PostgreSQL', 'Valkey'] as const) await measureOver(bus);
  report();
} finally {
  await disposeCalls();
  await endTestRun(run);
}

async function measureOver(bus: Bus): Promise<void> {
  const everything = bus === 'PostgreSQL' && times > 0;
  if (!everything && sockets === 0) return;
  console.error(`Starting two nodes, wake-ups by ${bus} …`);
  const house = await openHouse(bus);
  for (const way of everything ? ways : []) {
    console.error(`${way.name}, ${times} times …`);
    const samples = await measure(house, way, times);
    for (const door of DOORS) {
      const open = samples.flatMap((sample) => sample[door] ?? []);
      if (open.length === 0) continue;
      rows.push({ way: way.name, door, bus, goal: GOAL_MS, ...figuresOf(open) });
      console.error(JSON.stringify(rows.at(-1)));
    }
  }
  if (sockets > 0) {
    const way = removedFromSpace;
    console.error(`${way.name}, the document alone, ${sockets} times …`);
    const figures = figuresOf(await measureSockets(house, way, sockets));
    rows.push({ way: way.name, door: 'document alone', bus, goal: SOCKET_GOAL_MS, ...figures });
  }
  await house.close();
}

function report(): void {
  console.log(JSON.stringify({ cores: cpus().length, results: rows }, null, 2));
  console.table(rows);
  const late = rows.filter((row) => row.p99 >= row.goal);
  if (late.length === 0) return;
  for (const { way, door, bus, p99, goal } of late) {
    console.error(`${way}: ${door} over ${bus}: p99 ${p99} ms, and ${goal} ms are promised`);
  }
  process.exitCode = 1;
}
