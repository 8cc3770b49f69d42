import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface LoadOrder {
  readonly url: string;
  readonly cookies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Every answer must be this. */
  readonly body: string;
}

export interface Measured {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** The first few; each ended its connection. */
  readonly failures: readonly string[];
  /** Processor time of the generator. Milliseconds. */
  readonly cpuMs: number;
}

export interface Load {
  run(order: LoadOrder): Promise<Measured>;
  stop(): void;
}

/** The generator of load. */
export function startLoad(): Load {
  const child: ChildProcess = fork(fileURLToPath(new URL('./loadMain.ts', import.meta.url)));
  return {
    async run(order) {
      const answer = once(child, 'message') as Promise<[Measured]>;
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('the generator of load ended')));
      child.send(order);
      const [measured] = await Promise.race([answer, ended]);
      return measured;
    },
    stop: () => void child.kill(),
  };
}
