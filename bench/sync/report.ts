import { cpus, totalmem } from 'node:os';
import { PINNED } from './measure/pin';
import type { Figures, Medians, Scenario, Verdict } from './scenarios/scenario';
import { SERVERS, type ServerName } from './servers/RunningServer';

/** All runs of one scenario, by server. */
export type Runs = ReadonlyMap<ServerName, readonly Figures[]>;

/** Figure by figure the median; of words those of the last run that has some. */
export function mediansOf(runs: Runs): Medians {
  const medians: Partial<Record<ServerName, Figures>> = {};
  for (const [server, figures] of runs) {
    const names = new Set(figures.flatMap((each) => Object.keys(each)));
    medians[server] = Object.fromEntries([...names].map((name) => [name, middle(figures, name)]));
  }
  return medians;
}

function middle(figures: readonly Figures[], name: string): number | string | null {
  const values = figures.map((each) => each[name] ?? null);
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if (numbers.length === 0) return values.findLast((value) => value !== null) ?? null;
  const half = numbers.length >> 1;
  const [low = 0, high = 0] =
    numbers.length % 2 === 1 ? [numbers[half], numbers[half]] : [numbers[half - 1], numbers[half]];
  return Number(((low + high) / 2).toFixed(3));
}

/** A table with servers across, and what holds of the targets. */
export function print(scenario: Scenario, medians: Medians, runs: number): void {
  const servers = SERVERS.filter((server) => medians[server]);
  const names = new Set(servers.flatMap((server) => Object.keys(medians[server] ?? {})));
  console.log(
    `\n${scenario.name}: ${scenario.about} (${runs === 1 ? 'one run' : `medians of ${runs} runs`})`,
  );
  const table: Record<string, Record<string, number | string>> = {};
  for (const name of names) {
    if (servers.every((server) => (medians[server]?.[name] ?? null) === null)) continue;
    table[name] = Object.fromEntries(servers.map((server) => [server, medians[server]?.[name] ?? '']));
  }
  console.table(table);
  for (const verdict of scenario.judge(medians)) {
    const word = verdict.holds ? 'holds' : isMissed(verdict) ? 'FAILS' : 'not compared';
    console.log(`${word.padEnd(13)} ${verdict.target}: ${verdict.measured}`);
  }
}

/** A target that was measured and not reached; without the servers it compares there is nothing to say. */
export const isMissed = ({ holds, measured }: Verdict): boolean => !holds && !measured.includes('NaN');

/** What the figures were measured on. */
export const machine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGB: Math.round(totalmem() / 1e9),
  node: process.version,
  serverPinnedToOneCore: PINNED,
});
