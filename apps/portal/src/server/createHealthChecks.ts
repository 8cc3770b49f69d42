import type { Database } from '@hemicycle/db';
import type { KeycloakEnv, LivekitEnv, PortalEnv } from '@hemicycle/env';
import { type HealthCheck, httpCheck } from './createHealth';

/** What "ready" depends on; each is required for the product's main scene. */
export function createHealthChecks(
  database: Database,
  env: { portal: PortalEnv; keycloak: KeycloakEnv; livekit: LivekitEnv },
): Record<string, HealthCheck> {
  return {
    postgres: async () => {
      await database.$queryRaw`SELECT 1`;
    },
    keycloak: httpCheck(`${env.keycloak.realmUrl}/.well-known/openid-configuration`),
    livekit: httpCheck(env.livekit.httpUrl),
    realtime: httpCheck(`${env.portal.realtimeUrl}/health`),
  };
}
