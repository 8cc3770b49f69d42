import { parseArgs } from 'node:util';
import { isServerName, SERVERS, type ServerName } from './servers/RunningServer';

export interface Options {
  /** Null: all. */
  readonly scenarios: readonly string[] | null;
  readonly servers: readonly ServerName[] | null;
  /** Null: what each scenario asks for. */
  readonly runs: number | null;
  readonly seconds: number | null;
  readonly traces: string | null;
  /** Folder for CPU profiles of the servers, or null. */
  readonly profile: string | null;
  /** File the JSON goes to as well, or null. */
  readonly json: string | null;
}

export const USAGE = `npm run bench:sync -- [options]
  --scenario a,b    some of the scenarios
  --servers a,b     some of ${SERVERS.join(', ')}
  --runs n          alternating runs of each (1 to 20); medians are shown
  --seconds n       length of what is measured (1 to 120)
  --traces folder   the real editing traces; the scenario trace needs them
  --json file       write the JSON there as well
  --profile folder  have every server write a CPU profile`;

/** @throws Error that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenario: { type: 'string' },
      servers: { type: 'string' },
      runs: { type: 'string' },
      seconds: { type: 'string' },
      traces: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const servers = list(values.servers)?.map((name) => {
    if (!isServerName(name)) throw new Error(`no server is called ${name}`);
    return name;
  });
  return {
    scenarios: list(values.scenario),
    servers: servers ?? null,
    runs: number(values.runs, 'runs', 20),
    seconds: number(values.seconds, 'seconds', 120),
    traces: values.traces ?? null,
    json: values.json ?? null,
    profile: values.profile ?? null,
  };
}

const list = (value: string | undefined): string[] | null =>
  value?.split(',').filter((name) => name !== '') ?? null;

function number(value: string | undefined, name: string, most: number): number | null {
  if (value === undefined) return null;
  const read = Number(value);
  if (!Number.isInteger(read) || read < 1 || read > most)
    throw new Error(`--${name} is a number from 1 to ${most}`);
  return read;
}
