import { tsx } from '../../../infra/local/build.mjs';
import { root } from '../../../infra/local/paths.mjs';
import { run as runCommand } from '../../../infra/local/run.mjs';
import { openTestRun } from './openTestRun';
import { startKeycloak, type TestKeycloak } from './startKeycloak';
import { startLivekit, type TestLivekit } from './startLivekit';
import { startMail, type TestMail } from './startMail';
import { startPostgres, type TestPostgres } from './startPostgres';
import { startPortal, startRealtime, type TestServer } from './startServer';

export interface TestStack {
  /** The one origin. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly postgres: TestPostgres;
  readonly keycloak: TestKeycloak;
  readonly livekit: TestLivekit;
  readonly mail: TestMail;
  readonly realtime: TestServer;
  readonly portal: TestServer;
  /** Stops every part in order; data stays. */
  stop(): Promise<void>;
  /** Starts every part again, on the same addresses. */
  start(): Promise<void>;
}

/**
 * The whole house on free ports: migrated, with the demo organisation, as built for production.
 * @param environment further variables of the portal's
 */
export async function startStack(environment: Readonly<Record<string, string>> = {}): Promise<TestStack> {
  const { settings } = openTestRun();
  await startPostgres();
  const fill = async (file: string, args: readonly string[] = []) =>
    runCommand({
      name: file,
      ...tsx(`${root}/${file}`, args),
      cwd: root,
      env: settings.environment,
      logFile: `${settings.paths.logs}/fill.log`,
    });
  const filled = fill('packages/db/src/cli.ts', ['migrate']).then(() => fill('prisma/seed.ts'));
  // By far the slowest to be born.
  await Promise.all([startKeycloak(), filled]);
  return openStack(environment);
}

/**
 * The house that `startStack` filled in this run. What of it does not run is started.
 * @param environment as given to `startStack`
 */
export async function openStack(environment: Readonly<Record<string, string>> = {}): Promise<TestStack> {
  const { settings } = openTestRun();
  const postgres = await startPostgres();
  const [keycloak, livekit, mail, realtime] = await Promise.all([
    startKeycloak(),
    startLivekit(),
    startMail(),
    startRealtime({ form: 'bundle', keep: true }),
  ]);
  const portal = await startPortal({ environment, keep: true });
  const parts = [postgres, mail, livekit, keycloak, realtime, portal];
  return {
    url: settings.url,
    databaseUrl: settings.databaseUrl,
    postgres,
    keycloak,
    livekit,
    mail,
    realtime,
    portal,
    async stop() {
      for (const part of [...parts].reverse()) await part.stop();
    },
    async start() {
      await postgres.start();
      await Promise.all([keycloak.start(), livekit.start(), mail.start(), realtime.start()]);
      await portal.start();
    },
  };
}
