import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from '@hemicycle/testing';
import { bundleServer } from './bundleServer';

/** A realtime server in a process of its own, on a port that stays its own over restarts. */
export interface ServerProcess {
  readonly port: number;
  readonly origin: string;
  readonly socketOrigin: string;
  /** What it wrote to its log. */
  readonly output: () => string;
  start(): Promise<void>;
  /** Sends the signal and waits for the end; returns the exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  ready(): Promise<boolean>;
  metric(name: string): Promise<number>;
}

export const PUBLIC_ORIGIN = 'http://house.example';

/**
 * @param args what node runs: the server as it is built for production, unless told of an entry of a benchmark's own
 * @param environment further variables
 */
export async function startServerProcess(
  databaseUrl: string,
  args?: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const program = args ?? (await bundleServer());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child = null as ChildProcess | null;
  let output = '';
  const ready = async (): Promise<boolean> => {
    if (child?.exitCode !== null && child !== null) throw new Error(`the server ended:\n${output}`);
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    return answer?.status === 200;
  };
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [...program], {
      // Nothing else of this process's environment is handed on.
      env: {
        NODE_ENV: 'test',
        // biome-ignore lint/style/noProcessEnv: the child finds node's tools as this process does
        PATH: process.env.PATH ?? '',
        DATABASE_URL: databaseUrl,
        HEMICYCLE_URL: PUBLIC_ORIGIN,
        REALTIME_PORT: String(port),
        LOG_LEVEL: 'info',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    started.stderr.on('data', (data: Buffer) => {
      output += data.toString();
    });
    await until(ready, `server ready on ${port}`, 60_000).catch((error: unknown) => {
      // Nobody else would end it.
      started.kill('SIGKILL');
      throw new Error(`${String(error)}\n${output}`);
    });
  };
  await start();
  return {
    port,
    origin,
    socketOrigin: `ws://127.0.0.1:${port}`,
    output: () => output,
    start,
    ready: () => ready().catch(() => false),
    end: async (signal) => {
      const running = child;
      child = null;
      if (!running || running.exitCode !== null) return running?.exitCode ?? null;
      running.kill(signal);
      await once(running, 'exit');
      return running.exitCode;
    },
    metric: async (name) => {
      const text = await (await fetch(`${origin}/metrics`)).text();
      // What Node tells of the process carries no name of ours.
      const full = name.startsWith('process_') ? name : `hemicycle_${name}`;
      const lines = text.split('\n').filter((line) => line.startsWith(full));
      if (lines.length === 0 && full === name) throw new Error(`no metric is called ${name}`);
      return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server whose wake-ups go over this Valkey. */
export const startServerOverValkey = (databaseUrl: string, busUrl: string): Promise<ServerProcess> =>
  startServerProcess(databaseUrl, undefined, { BUS_URL: busUrl });
