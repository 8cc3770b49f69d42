import Keycloak from 'keycloak-js';
import { api } from '@/lib/api';

export interface KeycloakAddress {
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
}

/** Against a sign-in page that waits for ever for an identity service that is down. */
const reachableWithinMs = 6_000;

/** The error object keycloak-js throws for an `error` answer of the authorization endpoint. */
interface KeycloakError {
  readonly error: string;
}

/**
 * Sign-in through Keycloak (authorization code, PKCE S256). Tokens stay in this object's memory, are given to our API
 * once and are forgotten: afterwards only the HttpOnly session cookie counts.
 */
export class KeycloakSignIn {
  readonly #address: KeycloakAddress;
  readonly #keycloak: Keycloak;

  constructor(address: KeycloakAddress) {
    this.#address = address;
    this.#keycloak = new Keycloak({ ...address });
  }

  /**
   * Takes Keycloak's answer out of the address, if there is one, and opens our session with it.
   * @returns true when a session was opened, false when there was no answer.
   * @throws {ApiProblem} when our API refuses; `{ error }` when Keycloak does.
   */
  async finish(): Promise<boolean> {
    const authenticated = await this.#keycloak.init({
      pkceMethod: 'S256',
      flow: 'standard',
      // The code comes behind the #, which no server logs.
      responseMode: 'fragment',
      checkLoginIframe: false,
      redirectUri: this.#redirectUri,
    });
    const { token, idToken } = this.#keycloak;
    if (!authenticated || !token || !idToken) return false;
    try {
      await api('POST /session', { body: { accessToken: token, idToken } });
    } finally {
      this.#keycloak.clearToken();
    }
    return true;
  }

  /**
   * Goes to Keycloak's page. `again` asks for credentials even where Keycloak remembers an account; `acr` for a level of
   * authentication.
   */
  async start(options: {
    readonly locale: string;
    readonly again: boolean;
    readonly acr: string | null;
  }): Promise<void> {
    await this.#keycloak.login({
      redirectUri: this.#redirectUri,
      locale: options.locale,
      ...(options.again && { prompt: 'login' as const }),
      ...(options.acr !== null && { acrValues: options.acr }),
    });
  }

  /** Whether Keycloak answers, so that nobody is sent to a dead page. */
  async isReachable(): Promise<boolean> {
    const { url, realm } = this.#address;
    try {
      const response = await fetch(`${url}/realms/${encodeURIComponent(realm)}`, {
        signal: AbortSignal.timeout(reachableWithinMs),
        credentials: 'omit',
      });
      return response.ok;
    } catch {
      return false;
    }
  }

  get #redirectUri(): string {
    return new URL('/sign-in', location.href).href;
  }
}

/** Keycloak's error code in something thrown, or null. */
export function keycloakErrorOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('error' in error)) return null;
  const { error: code } = error as KeycloakError;
  return typeof code === 'string' ? code : null;
}
