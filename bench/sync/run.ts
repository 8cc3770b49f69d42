import { mkdirSync, writeFileSync } from 'node:fs';
import { endTestRun } from '@hemicycle/testing';
import { createBench } from './createBench';
import { type OpenBench, openBench } from './openBench';
import { type Options, readOptions, USAGE } from './readOptions';
import { isMissed, machine, mediansOf, print, type Runs } from './report';
import { scenarios } from './scenarios';
import type { AlternatingScenario, Bench, Figures, Scenario, SeparateScenario } from './scenarios/scenario';
import type { ServerName } from './servers/RunningServer';

interface Plan<S extends Scenario> {
  readonly scenario: S;
  readonly servers: readonly ServerName[];
  readonly count: number;
  /** What one server is measured with; ended by `endAll`. */
  readonly bench: (server: ServerName) => Bench;
}

async function runScenario(scenario: Scenario, options: Options, { postmaster, run: { folder } }: OpenBench) {
  const servers = scenario.servers.filter((name) => options.servers?.includes(name) ?? true);
  const count = options.runs ?? scenario.runs;
  const bench = (serverName: ServerName): Bench => {
    const made = createBench({
      serverName,
      seconds: options.seconds ?? scenario.seconds,
      traces: options.traces,
      folder,
      postmaster,
      profile: options.profile,
    });
    endings.push(made.end);
    return made;
  };
  const runs =
    'open' in scenario
      ? await runAlternating({ scenario, servers, count, bench })
      : await runSeparately({ scenario, servers, count, bench });
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

/** Every server by itself, then all of them again, so that a slow minute meets them all. */
async function runSeparately({ scenario, servers, count, bench }: Plan<SeparateScenario>): Promise<Runs> {
  const runs = new Map(servers.map((name) => [name, [] as Figures[]]));
  for (let round = 1; round <= count; round++) {
    for (const server of servers) {
      console.error(`${scenario.name}, run ${round} of ${count}: ${server}`);
      const begun = endings.length;
      const figures = await scenario.run(bench(server)).catch(failed);
      runs.get(server)?.push(figures);
      console.error(JSON.stringify(figures));
      await endAll(begun);
    }
  }
  return runs;
}

/** All servers at once, measured in turn. */
async function runAlternating({ scenario, servers, count, bench }: Plan<AlternatingScenario>): Promise<Runs> {
  const runs = new Map(servers.map((name) => [name, [] as Figures[]]));
  const begun = endings.length;
  const measures = new Map<ServerName, () => Promise<Figures>>();
  for (const server of servers) {
    console.error(`${scenario.name}: opening ${server}`);
    const broken = (error: unknown) => async () => failed(error);
    measures.set(server, await scenario.open(bench(server)).catch(broken));
  }
  for (let round = 1; round <= count; round++) {
    for (const [server, measure] of measures) {
      console.error(`${scenario.name}, run ${round} of ${count}: ${server}`);
      const figures = await measure().catch(failed);
      runs.get(server)?.push(figures);
      console.error(JSON.stringify(figures));
    }
  }
  await endAll(begun);
  return runs;
}

/** A server that does not get through a scenario is a result too; the others still run. */
function failed(error: unknown): Figures {
  return { faults: error instanceof Error ? error.message : String(error) };
}

/** What was begun and has to be ended, the last first; also when the bench is interrupted. */
const endings: (() => Promise<void>)[] = [];

/** @param kept how many of them stay */
async function endAll(kept = 0): Promise<void> {
  while (endings.length > kept) await endings.pop()?.();
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
