import type { Generator } from '../load/Generator';
import type { ClientOrder, Joined, WriteOrder, Written } from '../load/orders';
import type { RunningServer, ServerName, ServerOptions } from '../servers/RunningServer';

/** One server's figures of one run, by name; the table shows them in this order. */
export type Figures = Readonly<Record<string, number | string | null>>;

/** A figure held against its target. */
export interface Verdict {
  readonly target: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** Medians of all runs, by server. */
export type Medians = Readonly<Partial<Record<ServerName, Figures>>>;

interface ScenarioParts {
  readonly name: string;
  /** What it does, in one line. */
  readonly about: string;
  readonly servers: readonly ServerName[];
  /** Alternating runs and seconds of each, unless told otherwise. */
  readonly runs: number;
  readonly seconds: number;
  judge(medians: Medians): Verdict[];
}

/** One server after the other, each run with new ones. */
export interface SeparateScenario extends ScenarioParts {
  /** One run with one server. What it starts through `bench` is ended by the caller. */
  run(bench: Bench): Promise<Figures>;
}

/**
 * All servers stand side by side, and one of them at a time is measured while the others have nothing to do: what the
 * machine takes for the same work changes by a third within minutes, so that only neighbours compare.
 */
export interface AlternatingScenario extends ScenarioParts {
  /** Everything up to what is measured, with one server; the function answered measures it once. */
  open(bench: Bench): Promise<() => Promise<Figures>>;
}

export type Scenario = SeparateScenario | AlternatingScenario;

/** What a scenario works with, for one server. */
export interface Bench {
  readonly serverName: ServerName;
  readonly seconds: number;
  /** Folder of the real traces, or null. */
  readonly traces: string | null;
  /** Folder of this bench run, for what several runs share. */
  readonly folder: string;
  startServer(options?: ServerOptions): Promise<RunningServer>;
  startGenerator(): Promise<Generator>;
  /** Writes at a rate while CPU is read on the edges. */
  write(server: RunningServer, generator: Generator, order: WriteOrder): Promise<Measured>;
}

export interface Measured extends Written {
  /** Milliseconds of CPU while it was written, and resident bytes at the end. */
  readonly serverCpu: number;
  readonly postgresCpu: number;
  readonly rss: number;
  /** Why the figures tell more of the generator than of the server, or null. */
  readonly generatorLimit: string | null;
}

/** Joins clients, so many at once; one that could not join is an error. */
export async function join(
  generator: Generator,
  clients: readonly ClientOrder[],
  atOnce = 25,
): Promise<Joined> {
  const joined = await generator.ask('join', { clients, atOnce });
  if (joined.failures.length > 0) {
    throw new Error(`${joined.failures.length} could not join: ${joined.failures[0]}`);
  }
  return joined;
}
