import { randomBytes } from 'node:crypto';
import { accepts } from '../../../infra/local/parts/postgres.mjs';
import { freePorts } from '../../../infra/local/ports.mjs';
import { findValkey } from '../../../tools/findValkey.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';

export interface TestValkey extends RunningPart {
  /** With its password. */
  readonly url: string;
  readonly password: string;
  readonly port: number;
}

/** A Valkey (or Redis) of one's own that keeps nothing on disk; it ends with the run at the latest. */
export async function startValkey(): Promise<TestValkey> {
  const run = openTestRun();
  const { paths } = run.settings;
  const [port = 0] = await freePorts(1);
  const password = randomBytes(12).toString('hex');
  const server = findValkey();
  const settings = {
    bind: '127.0.0.1',
    port: String(port),
    save: '',
    appendonly: 'no',
    requirepass: password,
  };
  const part = createRunningPart(run, `valkey-${port}`, () => ({
    name: 'Valkey',
    command: server,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    cwd: run.folder,
    env: {},
    logFile: `${paths.logs}/valkey.log`,
    ready: () => accepts(port, '127.0.0.1'),
    readyMs: 15_000,
  }));
  await part.start();
  return { ...part, port, password, url: `redis://:${password}@127.0.0.1:${port}` };
}
