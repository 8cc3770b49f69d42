import { Generator } from './load/Generator';
import type { WriteOrder } from './load/orders';
import { cpuOf, cpuOfPostgres, rssOf } from './measure/processUse';
import type { Bench, Measured } from './scenarios/scenario';
import type { RunningServer, ServerName, ServerOptions } from './servers/RunningServer';
import { startOurs } from './servers/startOurs';
import { startPeer } from './servers/startPeer';

export interface BenchSettings {
  readonly serverName: ServerName;
  readonly seconds: number;
  readonly traces: string | null;
  readonly folder: string;
  readonly postmaster: number;
  readonly profile: string | null;
}

/** A generator this busy, this late with what it sends, or this long at something else measures itself. Share; milliseconds. */
const BUSY = 0.85;
const LATE = 20;
const STANDSTILL = 50;

/** What one run of a scenario works with, and how to end all it started. */
export function createBench(settings: BenchSettings): Bench & { end(): Promise<void> } {
  const { serverName, seconds, traces, folder, postmaster, profile } = settings;
  const servers: RunningServer[] = [];
  const generators: Generator[] = [];
  const nodeArgs = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const write = async (server: RunningServer, generator: Generator, order: WriteOrder): Promise<Measured> => {
    // Not in the measured part, on the generator's core: `npm run bench:sync` starts node so that it is left to us.
    globalThis.gc?.();
    const readings: { server: number; postgres: number }[] = [];
    const written = await generator.ask('write', order, () => {
      readings.push({ server: cpuOf(server.pid), postgres: cpuOfPostgres(postmaster) });
    });
    const [before, after] = readings;
    if (!before || !after) throw new Error('the generator did not tell when it began and ended');
    const late = written.late?.p99 ?? 0;
    const limits = [
      written.busy > BUSY ? `busy ${Math.round(written.busy * 100)} %` : '',
      late > LATE ? `sends ${late} ms late` : '',
      written.standstill > STANDSTILL ? `stood still for ${Math.round(written.standstill)} ms` : '',
    ].filter((limit) => limit !== '');
    return {
      ...written,
      serverCpu: after.server - before.server,
      postgresCpu: after.postgres - before.postgres,
      rss: rssOf(server.pid),
      generatorLimit: limits.length > 0 ? limits.join(', ') : null,
    };
  };
  return {
    serverName,
    seconds,
    traces,
    folder,
    startServer: async (options: ServerOptions = {}) => {
      const server =
        serverName === 'ours' ? await startOurs(nodeArgs, options) : await startPeer(serverName, nodeArgs);
      servers.push(server);
      return server;
    },
    startGenerator: async () => {
      const generator = await Generator.start();
      generators.push(generator);
      return generator;
    },
    write,
    end: async () => {
      for (const generator of generators) generator.stop();
      for (const server of servers) await server.stop();
    },
  };
}
