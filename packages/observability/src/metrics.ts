import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; from one event-loop turn to the longest request we wait for. */
const DURATION_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How often the lag of the event loop is looked at; each time wakes a process that has nothing to do. Milliseconds. */
const LAG_EVERY = 250;

/** A number counted where a few microseconds matter: adding is an addition, and the registry reads it when asked. */
export interface Tally {
  add(count: number): void;
}

export interface Metrics {
  readonly registry: Registry;
  tally(name: string, help: string): Tally;
  /** A gauge that goes up and down by what is added. */
  level(name: string, help: string): Tally;
  /** One tally for each value of a label. */
  tallies<V extends string>(
    name: string,
    help: string,
    label: string,
    values: readonly V[],
  ): Readonly<Record<V, Tally>>;
  counter<L extends string>(name: string, help: string, labels?: readonly L[]): Counter<L>;
  gauge<L extends string>(name: string, help: string, labels?: readonly L[]): Gauge<L>;
  /** Histogram of seconds. */
  duration<L extends string>(name: string, help: string, labels?: readonly L[]): Histogram<L>;
  /** Prometheus text of everything registered, with its content type. */
  text(): Promise<{ contentType: string; body: string }>;
}

/**
 * A registry of its own per process part, so that two parts in one test process do not collide. Names get the
 * prefix `hemicycle_`; asking twice for one name returns the same metric.
 */
export function createMetrics(part: string, options: { defaults?: boolean } = {}): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ part });
  if (options.defaults ?? true) {
    collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_EVERY });
  }
  const known = <T>(name: string, create: () => T): T =>
    (registry.getSingleMetric(name) as T | undefined) ?? create();
  const config = <L extends string>(name: string, help: string, labels: readonly L[]) => ({
    name: `hemicycle_${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  });
  return {
    registry,
    tally: (name, help) => {
      const tally = new Count();
      new Counter({ ...config(name, help, []), collect: reading(() => [[{}, tally.count]]) });
      return tally;
    },
    level: (name, help) => {
      const level = new Count();
      const collect = function (this: Gauge<string>): void {
        this.set(level.count);
      };
      new Gauge({ ...config(name, help, []), collect });
      return level;
    },
    tallies: <V extends string>(name: string, help: string, label: string, values: readonly V[]) => {
      const tallies = Object.fromEntries(values.map((value) => [value, new Count()])) as Record<V, Count>;
      const counts = () => values.map((value) => [{ [label]: value }, tallies[value].count] as const);
      new Counter({ ...config(name, help, [label]), collect: reading(counts) });
      return tallies;
    },
    counter: <L extends string>(name: string, help: string, labels: readonly L[] = []) =>
      known<Counter<L>>(`hemicycle_${name}`, () => new Counter(config(name, help, labels))),
    gauge: <L extends string>(name: string, help: string, labels: readonly L[] = []) =>
      known<Gauge<L>>(`hemicycle_${name}`, () => new Gauge(config(name, help, labels))),
    duration: <L extends string>(name: string, help: string, labels: readonly L[] = []) =>
      known<Histogram<L>>(
        `hemicycle_${name}`,
        () => new Histogram({ ...config(name, help, labels), buckets: DURATION_BUCKETS }),
      ),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

class Count implements Tally {
  count = 0;

  add(count: number): void {
    this.count += count;
  }
}

type Reading = readonly [labels: Record<string, string>, count: number];

/** What a counter does before it is scraped: takes over the numbers counted elsewhere. */
function reading(counts: () => readonly Reading[]) {
  return function collect(this: Counter<string>): void {
    this.reset();
    for (const [labels, count] of counts()) this.inc(labels, count);
  };
}
