import { parseArgs } from 'node:util';
import { beginTestRun } from '@hemicycle/testing';
import { runChaos } from '../../apps/realtime/src/testing/chaos/runChaos';
import { startChaosHouse } from '../../apps/realtime/src/testing/chaos/startChaosHouse';
import { generateClient } from '../../infra/local/build.mjs';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';

/**
 * `npm run chaos:sync -- --seed 7 --minutes 2 --editors 8 --documents 3 --runs 1`: plays seeds one after the other
 * and ends with exit code 1 if a promise was broken in any.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '2' },
    editors: { type: 'string', default: '8' },
    documents: { type: 'string', default: '3' },
    runs: { type: 'string', default: '1' },
  },
});

// Every y-websocket hears of the end of the process.
process.setMaxListeners(0);
const run = await beginTestRun();
ownTestRun(run);
let broken = 0;
try {
  await generateClient(run.settings);
  const house = await startChaosHouse();
  for (let i = 0; i < Number(values.runs); i++) {
    const seed = Number(values.seed) + i;
    console.log(`seed ${seed}`);
    const { violations, counts } = await runChaos(house, {
      seed,
      seconds: Number(values.minutes) * 60,
      editors: Number(values.editors),
      documents: Number(values.documents),
      report: (line) => console.log(line),
    });
    console.table(counts);
    broken += violations.length;
    console.log(
      violations.length === 0
        ? `seed ${seed}: every promise held`
        : `seed ${seed}: ${violations.length} broken promises; play it again with --seed ${seed} --minutes ${values.minutes}\n${violations.join('\n')}`,
    );
  }
  await house.close();
} finally {
  await endTestRun(run);
}
process.exitCode = broken > 0 ? 1 : 0;
