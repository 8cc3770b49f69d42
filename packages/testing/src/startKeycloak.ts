import { prepareKeycloak } from '../../../infra/local/parts/prepareKeycloak.mjs';
import { planKeycloak } from '../../../infra/local/plans.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';
import { startPostgres } from './startPostgres';

export interface TestKeycloak extends RunningPart {
  /** Internal base with `/auth`. */
  readonly url: string;
  /** `iss` of its tokens: the address of the run's portal, whether that runs or not. */
  readonly issuer: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly serviceClientSecret: string;
}

/** The run's Keycloak with our realm and its demo accounts, on the run's PostgreSQL. About 15 s for the first caller. */
export async function startKeycloak(): Promise<TestKeycloak> {
  const run = openTestRun();
  const { settings } = run;
  await startPostgres();
  await prepareKeycloak({
    cache: settings.paths.cache,
    logFile: `${settings.paths.logs}/keycloak-build.log`,
    java: settings.java,
  });
  const part = createRunningPart(run, 'keycloak', () => planKeycloak(settings));
  await part.start();
  return {
    ...part,
    url: settings.environment.KEYCLOAK_URL,
    issuer: `${settings.url}/auth/realms/hemicycle`,
    admin: { username: 'keycloak-admin', password: settings.secrets.keycloakAdmin },
    serviceClientSecret: settings.secrets.keycloakService,
  };
}
