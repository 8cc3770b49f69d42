import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runChaos } from './testing/chaos/runChaos';
import { type ChaosHouse, startChaosHouse } from './testing/chaos/startChaosHouse';

let house: ChaosHouse;

beforeAll(async () => {
  house = await startChaosHouse();
});

afterAll(() => house.close());

/** Seed 3 opened kept copies before their text was stored, which called themselves saved. Failing seeds stay here. */
const SEEDS = [3, 21];

it.each(SEEDS)('RT-100 no promise is broken whatever breaks (seed %i)', async (seed) => {
  const lines: string[] = [];
  const { violations, counts } = await runChaos(house, {
    seed,
    seconds: 10,
    editors: 5,
    documents: 2,
    report: (line) => lines.push(line),
  });
  if (violations.length > 0) throw new Error([...violations, ...lines].join('\n'));
  expect(counts['frames acknowledged']).toBeGreaterThan(0);
  expect(counts.audits).toBeGreaterThan(0);
  expect(counts['replicas compared']).toBeGreaterThan(6);
});
