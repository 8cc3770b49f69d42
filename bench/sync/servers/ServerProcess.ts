import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { until } from '@hemicycle/testing';
import { accepts } from '../../../infra/local/parts/postgres.mjs';
import { pinned } from '../measure/pin';

export interface ProcessPlan {
  readonly cwd: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What is shown of a server that ended. Characters. */
const SHOWN = 4_000;
const START_PATIENCE = 30_000;
/** A server that does not end when asked is killed. Milliseconds. */
const STOP_PATIENCE = 20_000;

/** One node process that listens on a port. */
export class ServerProcess {
  readonly port: number;
  readonly #plan: (port: number) => ProcessPlan;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, plan: (port: number) => ProcessPlan) {
    this.port = port;
    this.#plan = plan;
  }

  static async start(plan: (port: number) => ProcessPlan): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), plan);
    await server.start();
    return server;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(plan = this.#plan): Promise<void> {
    const { cwd, args, env } = plan(this.port);
    const [command, given] = pinned('server', process.execPath, args);
    const child = spawn(command, given, {
      cwd,
      // Nothing else of this process's environment is handed on.
      env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const keep = (data: Buffer): void => {
      this.#output = (this.#output + data.toString()).slice(-SHOWN);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    await until(() => child.exitCode !== null || accepts(this.port), 'server listens', START_PATIENCE);
    if (child.exitCode !== null) throw new Error(`the server ended:\n${this.#output}`);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
    await exited;
    clearTimeout(late);
  }

  get output(): string {
    return this.#output;
  }
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
