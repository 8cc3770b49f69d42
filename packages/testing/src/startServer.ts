import { type Form, planApi, planPortal, planRealtime } from '../../../infra/local/plans.mjs';
import type { Settings } from '../../../infra/local/settings.mjs';
import type { PartPlan } from '../../../infra/local/spawnPart.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';

export interface ServerOptions {
  /** The run's `hemicycle` database unless told: usually one from `testDatabase()`. */
  readonly databaseUrl?: string;
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** `source` runs what is written now, `bundle` what was built. */
  readonly form?: Form;
}

export interface TestServer extends RunningPart {
  readonly url: string;
}

/** The realtime server on the run's port, from source unless told otherwise. One at a time. */
export function startRealtime(options: ServerOptions = {}): Promise<TestServer> {
  return startServer('realtime', options, (settings) => planRealtime(settings, options.form ?? 'source'));
}

/** The API without pages, from source. One at a time. */
export function startApi(options: ServerOptions = {}): Promise<TestServer> {
  return startServer('api', options, (settings) => planApi(settings, options.form ?? 'source'));
}

/** The portal as built for production: `npm run build` comes first. One at a time. */
export function startPortal(options: ServerOptions = {}): Promise<TestServer> {
  return startServer('portal', options, (settings) => planPortal(settings, options.form ?? 'bundle'));
}

async function startServer(
  key: 'api' | 'portal' | 'realtime',
  options: ServerOptions,
  plan: (settings: Settings) => PartPlan,
): Promise<TestServer> {
  const run = openTestRun();
  const url = key === 'portal' ? run.settings.url : `http://127.0.0.1:${run.settings.ports[key]}`;
  const settings = {
    ...run.settings,
    environment: {
      ...run.settings.environment,
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...(key === 'api' ? { API_URL: url } : {}),
      ...options.environment,
    },
  };
  const part = createRunningPart(run, key, () => plan(settings));
  // Another file's server may still run, on another database.
  await part.stop();
  await part.start();
  return { ...part, url };
}
