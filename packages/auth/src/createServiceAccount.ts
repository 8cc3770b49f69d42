import type { KeycloakEnv } from '@hemicycle/env';
import { z } from 'zod';

/** Against waiting on a Keycloak that does not answer. Milliseconds, with the token's request. */
const TIMEOUT = 3_000;
/** A token is renewed this long before it ends. Milliseconds. */
const MARGIN = 20_000;

const TokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * Asks Keycloak's admin interface as the service account.
 * @param path below the realm, encoded
 * @throws when Keycloak does not answer in time, or refuses the service account
 */
export type ServiceAccount = (path: string, method?: 'GET' | 'DELETE') => Promise<Response>;

export function createServiceAccount(env: KeycloakEnv): ServiceAccount {
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

  return async (path, method = 'GET') => {
    const signal = AbortSignal.timeout(TIMEOUT);
    const authorization = `Bearer ${await serviceToken(signal)}`;
    const response = await fetch(`${env.url}/admin/realms/${encodeURIComponent(env.realm)}/${path}`, {
      method,
      headers: { authorization },
      signal,
    });
    if (response.status === 401) token = null;
    return response;
  };
}
