import { publicUrlVariable } from './common';
import { type EnvSource, readVariables } from './readVariables';
import { httpUrl, nonEmpty } from './schemas';

const variables = {
  HEMICYCLE_URL: publicUrlVariable,
  KEYCLOAK_URL: {
    schema: httpUrl.default('http://127.0.0.1:8180/auth'),
    purpose: 'where our servers reach Keycloak, with its /auth path',
    example: 'http://keycloak:8080/auth',
  },
  KEYCLOAK_REALM: {
    schema: nonEmpty.default('hemicycle'),
    purpose: 'the realm people sign in to',
    example: 'hemicycle',
  },
  KEYCLOAK_CLIENT_ID: {
    schema: nonEmpty.default('hemicycle-portal'),
    purpose: 'the public client the browser signs in with',
    example: 'hemicycle-portal',
  },
  KEYCLOAK_SERVICE_CLIENT_ID: {
    schema: nonEmpty.default('hemicycle-service'),
    purpose: 'the client whose service account may end Keycloak sessions',
    example: 'hemicycle-service',
  },
  KEYCLOAK_SERVICE_CLIENT_SECRET: {
    schema: nonEmpty,
    purpose: 'the secret of that client',
    example: 'a-long-random-value',
    secret: true,
  },
};

export interface KeycloakEnv {
  /** Internal base including `/auth`. */
  readonly url: string;
  /** Base browsers use, on our own origin. */
  readonly publicUrl: string;
  readonly realm: string;
  /** `iss` of every token: always the public address, whoever asks. */
  readonly issuer: string;
  /** Internal realm base, for JWKS and the token endpoint. */
  readonly realmUrl: string;
  readonly clientId: string;
  readonly serviceClientId: string;
  readonly serviceClientSecret: string;
}

/** @throws EnvError */
export function keycloakEnv(source: EnvSource = process.env): KeycloakEnv {
  const values = readVariables('Keycloak', variables, source);
  const publicUrl = `${values.HEMICYCLE_URL}/auth`;
  return {
    url: values.KEYCLOAK_URL,
    publicUrl,
    realm: values.KEYCLOAK_REALM,
    issuer: `${publicUrl}/realms/${values.KEYCLOAK_REALM}`,
    realmUrl: `${values.KEYCLOAK_URL}/realms/${values.KEYCLOAK_REALM}`,
    clientId: values.KEYCLOAK_CLIENT_ID,
    serviceClientId: values.KEYCLOAK_SERVICE_CLIENT_ID,
    serviceClientSecret: values.KEYCLOAK_SERVICE_CLIENT_SECRET,
  };
}
