import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pinned } from '../measure/pin';
import type { Answers, FromGenerator, Orders, ToGenerator } from './orders';

/** Longest any order may take. Milliseconds. */
const LONGEST = 15 * 60_000;

/**
 * What a generator makes beforehand would be collected while it measures, by helpers that share its core: a tenth of a
 * second in which nothing is read, and which would count as the server's. So it is collected before, and the rest is
 * short-lived. Megabytes.
 */
const FLAGS = [
  '--expose-gc',
  '--single-threaded-gc',
  '--no-memory-reducer',
  '--min-semi-space-size=64',
  '--max-semi-space-size=128',
];

/** A generator process, as the bench sees it. One order at a time. */
export class Generator {
  readonly #child: ChildProcess;
  #waiting: { resolve: (answer: never) => void; reject: (error: Error) => void } | null = null;
  #onPhase: (phase: 'begun' | 'ended') => void = () => undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message: FromGenerator) => this.#hear(message));
    child.on('exit', (code) => this.#waiting?.reject(new Error(`the generator ended with ${code}`)));
  }

  static async start(): Promise<Generator> {
    const [command, args] = pinned('generator', process.execPath, [...FLAGS, '--import', 'tsx']);
    const child = fork(fileURLToPath(new URL('./generatorMain.ts', import.meta.url)), {
      execPath: command,
      execArgv: args,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const generator = new Generator(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the generator ended with ${code}`)));
    });
    return generator;
  }

  /** @param onPhase when the measured part begins and ends */
  ask<K extends keyof Orders>(
    kind: K,
    order: Orders[K],
    onPhase: (phase: 'begun' | 'ended') => void = () => undefined,
  ): Promise<Answers[K]> {
    this.#onPhase = onPhase;
    return new Promise<Answers[K]>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${kind} took longer than ${LONGEST} ms`)), LONGEST);
      this.#waiting = {
        resolve: (answer: Answers[K]) => {
          clearTimeout(late);
          resolve(answer);
        },
        reject: (error) => {
          clearTimeout(late);
          reject(error);
        },
      };
      this.#child.send({ kind, order } as ToGenerator);
    });
  }

  #hear(message: FromGenerator): void {
    if (message.kind === 'phase') this.#onPhase(message.phase);
    else if (message.kind === 'answer') this.#waiting?.resolve(message.answer as never);
    else if (message.kind === 'failed') this.#waiting?.reject(new Error(message.reason));
  }

  stop(): void {
    this.#waiting = null;
    this.#child.kill('SIGKILL');
  }
}
