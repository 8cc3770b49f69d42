import type { IdentityService } from '@hemicycle/core';
import type { KeycloakEnv } from '@hemicycle/env';
import { z } from 'zod';

/** Against a sign-out that waits for a Keycloak that does not answer. Milliseconds, both requests together. */
const TIMEOUT = 3_000;
/** A token is renewed this long before it ends. Milliseconds. */
const MARGIN = 20_000;

const TokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/** Ends Keycloak sessions through its admin interface, as the service account. */
export function createIdentityService(env: KeycloakEnv): IdentityService {
  let token: { value: string; until: number } | null = null;

  async function serviceToken(signal: AbortSignal): Promise<string> {
    if (token !== null && token.until > Date.now()) return token.value;
    const response = await fetch(`${env.realmUrl}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: env.serviceClientId,
        client_secret: env.serviceClientSecret,
      }),
      signal,
    });
    if (!response.ok) throw new Error(`Keycloak refused the service account: ${response.status}`);
    const answer = TokenAnswer.parse(await response.json());
    token = { value: answer.access_token, until: Date.now() + answer.expires_in * 1000 - MARGIN };
    return token.value;
  }

  return {
    async endSession(keycloakSid) {
      const signal = AbortSignal.timeout(TIMEOUT);
      const authorization = `Bearer ${await serviceToken(signal)}`;
      const sid = encodeURIComponent(keycloakSid);
      const response = await fetch(
        `${env.url}/admin/realms/${encodeURIComponent(env.realm)}/sessions/${sid}`,
        {
          method: 'DELETE',
          headers: { authorization },
          signal,
        },
      );
      if (response.status === 401) token = null;
      // 404: the session is over already, which is what was wanted.
      if (!response.ok && response.status !== 404) {
        throw new Error(`Keycloak did not end the session: ${response.status}`);
      }
    },
  };
}
