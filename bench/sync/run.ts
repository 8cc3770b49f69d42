import { mkdirSync, writeFileSync } from 'node:fs';
import { endTestRun } from '@hemicycle/testing';
import { createBench } from './createBench';
import { type OpenBench, openBench } from './openBench';
import { type Options, readOptions, USAGE } from './readOptions';
import { isMissed, machine, mediansOf, print } from './report';
import { scenarios } from './scenarios';
import type { Figures, Scenario } from './scenarios/scenario';
import type { ServerName } from './servers/RunningServer';

/** Runs of one scenario: every server in turn, then all of them again, so that a slow minute meets them all. */
async function runScenario(scenario: Scenario, options: Options, { postmaster, run: { folder } }: OpenBench) {
  const servers = scenario.servers.filter((name) => options.servers?.includes(name) ?? true);
  const runs = new Map<ServerName, Figures[]>(servers.map((name) => [name, []]));
  const count = options.runs ?? scenario.runs;
  for (let round = 1; round <= count; round++) {
    for (const serverName of servers) {
      console.error(`${scenario.name}, run ${round} of ${count}: ${serverName}`);
      const bench = createBench({
        serverName,
        seconds: options.seconds ?? scenario.seconds,
        traces: options.traces,
        folder,
        postmaster,
        profile: options.profile,
      });
      endings.push(bench.end);
      const figures = await scenario.run(bench).catch(failed);
      runs.get(serverName)?.push(figures);
      console.error(JSON.stringify(figures));
      endings.pop();
      await bench.end();
    }
  }
  const medians = mediansOf(runs);
  print(scenario, medians, count);
  return {
    scenario: scenario.name,
    about: scenario.about,
    medians,
    runs: Object.fromEntries(runs),
    verdicts: scenario.judge(medians),
  };
}

/** A server that does not get through a scenario is a result too; the others still run. */
function failed(error: unknown): Figures {
  return { faults: error instanceof Error ? error.message : String(error) };
}

/** What was begun and has to be ended, the last first; also when the bench is interrupted. */
const endings: (() => Promise<void>)[] = [];

async function endAll(): Promise<void> {
  for (let end = endings.pop(); end; end = endings.pop()) await end();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void endAll().finally(() => process.exit(130)));
}

async function main(options: Options): Promise<void> {
  const wanted = scenarios.filter(({ name }) => options.scenarios?.includes(name) ?? true);
  if (wanted.length === 0) throw new Error(`scenarios are ${scenarios.map(({ name }) => name).join(', ')}`);
  if (options.profile) mkdirSync(options.profile, { recursive: true });
  const open = await openBench((run) => void endings.push(() => endTestRun(run)));
  const results = [];
  for (const scenario of wanted) results.push(await runScenario(scenario, options, open));
  const json = JSON.stringify({ machine: machine(), results }, null, 2);
  console.log(json);
  if (options.json) writeFileSync(options.json, json);
  const failing = results.flatMap(({ verdicts }) => verdicts).filter(isMissed);
  if (failing.length > 0) process.exitCode = 1;
}

try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  console.error(USAGE);
  process.exitCode = 1;
}
await endAll();
process.exit();
