import { DomainError } from '@hemicycle/contracts';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** Against waiting on a Keycloak that does not answer. Milliseconds. */
const TIMEOUT = 5_000;
/** Against fetching keys for each token with an invented key id. Milliseconds. */
const COOLDOWN = 30_000;
/** How long keys are trusted unasked: a withdrawn key stops counting after this. Milliseconds. */
const MAX_AGE = 600_000;

/** Keycloak's signing keys, fetched from its internal address when first needed. */
export function createKeySet(realmUrl: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(`${realmUrl}/protocol/openid-connect/certs`), {
    timeoutDuration: TIMEOUT,
    cooldownDuration: COOLDOWN,
    cacheMaxAge: MAX_AGE,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      // A key that is not in the set is the token's fault; everything else means that Keycloak could not be asked.
      const tokensFault =
        error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      if (tokensFault || error instanceof errors.JOSENotSupported) throw error;
      throw new DomainError('identity_unavailable', error instanceof Error ? error.message : undefined);
    }
  };
}
