import { buildApps } from '../../../infra/local/build.mjs';
import { type Form, planApi, planPortal, planRealtime } from '../../../infra/local/plans.mjs';
import type { Settings } from '../../../infra/local/settings.mjs';
import type { PartPlan } from '../../../infra/local/spawnPart.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';
import { withLock } from './withLock';

export interface ServerOptions {
  /** The run's `hemicycle` database unless told: usually one from `testDatabase()`. */
  readonly databaseUrl?: string;
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** `source` runs what is written now, `bundle` what was built. */
  readonly form?: Form;
  /** One that runs already is left as it is: the caller knows that it is the one it means. */
  readonly keep?: boolean;
}

export interface TestServer extends RunningPart {
  readonly url: string;
}

/** The realtime server on the run's port, from source unless told otherwise. One at a time. */
export function startRealtime(options: ServerOptions = {}): Promise<TestServer> {
  return startServer('realtime', { form: 'source', ...options }, planRealtime);
}

/** The API without pages, from source. One at a time. */
export function startApi(options: ServerOptions = {}): Promise<TestServer> {
  return startServer('api', { ...options, form: 'source' }, planApi);
}

/** The portal as built for production, built now if its sources have changed. One at a time. */
export function startPortal(options: ServerOptions = {}): Promise<TestServer> {
  return startServer('portal', { form: 'bundle', ...options }, planPortal);
}

async function startServer(
  key: 'api' | 'portal' | 'realtime',
  options: ServerOptions & { readonly form: Form },
  plan: (settings: Settings, form: Form) => PartPlan,
): Promise<TestServer> {
  const run = openTestRun();
  if (options.form === 'bundle') {
    await withLock(`${run.settings.paths.run}/build.lock`, () => buildApps(run.settings));
  }
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
  const part = createRunningPart(run, key, () => plan(settings, options.form));
  // Another file's server may still run, on another database.
  if (!options.keep) await part.stop();
  await part.start();
  return { ...part, url };
}
