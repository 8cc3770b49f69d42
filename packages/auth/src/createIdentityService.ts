import type { IdentityService } from '@hemicycle/core';
import { type KeycloakEnv, type SessionEnv, sessionEnv } from '@hemicycle/env';
import { createServiceAccount } from './createServiceAccount';

/** Ends Keycloak sessions through its admin interface, and knows what a step-up asks for. */
export function createIdentityService(
  env: KeycloakEnv,
  { stepUp }: Pick<SessionEnv, 'stepUp'> = sessionEnv({}),
): IdentityService {
  const ask = createServiceAccount(env);
  return {
    stepUp,
    async endSession(keycloakSid) {
      const response = await ask(`sessions/${encodeURIComponent(keycloakSid)}`, 'DELETE');
      // 404: the session is over already, which is what was wanted.
      if (!response.ok && response.status !== 404) {
        throw new Error(`Keycloak did not end the session: ${response.status}`);
      }
    },
  };
}
