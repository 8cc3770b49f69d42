import { signInAtKeycloak } from '@hemicycle/testing';
import demo from '../../prisma/demo/accounts.json';
import type { House } from './openHouse';

const PASSWORD = 'tungsten-and-zirkonium';
/** Keycloak's administrators are given a minute. Milliseconds. */
const TOKEN_MS = 40_000;

/** What an administrator does in Keycloak's console, and how people of its realm sign in to ours. */
export type RealmAdmin = ReturnType<typeof administerRealm>;

export function administerRealm({ keycloak, origin, b }: House) {
  let token = { value: '', until: 0 };
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    if (performance.now() > token.until) {
      const answer = await fetch(`${keycloak.url}/realms/master/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...keycloak.admin }),
      });
      const { access_token: value } = (await answer.json()) as { access_token: string };
      token = { value, until: performance.now() + TOKEN_MS };
    }
    const response = await fetch(`${keycloak.url}/admin/realms/hemicycle${path}`, {
      method,
      headers: { authorization: `Bearer ${token.value}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    /** Makes an account of the organisation there. @returns its id */
    async create(username: string): Promise<string> {
      const made = await ask('POST', '/users', {
        username,
        email: `${username}@water.example`,
        emailVerified: true,
        enabled: true,
        firstName: username,
        lastName: 'There',
        credentials: [{ type: 'password', value: PASSWORD, temporary: false }],
      });
      const id = made.headers.get('location')?.split('/').at(-1) ?? '';
      await ask('POST', `/organizations/${demo.organisation.externalKey}/members`, id);
      return id;
    },
    async disable(id: string): Promise<void> {
      await ask('PUT', `/users/${id}`, { enabled: false });
    },
    /** Ends all their sessions there; Keycloak then posts a logout token for each to us. */
    async signOut(id: string): Promise<void> {
      await ask('POST', `/users/${id}/logout`);
    },
    /** Through Keycloak's pages, and at node B. @returns the value of a `Cookie` header */
    async signIn(username: string): Promise<string> {
      const { accessToken, idToken } = await signInAtKeycloak({
        url: keycloak.url,
        realm: 'hemicycle',
        clientId: 'hemicycle-portal',
        redirectUri: `${origin}/sign-in`,
        username,
        password: PASSWORD,
      });
      const body = { accessToken, idToken };
      const { status, text, setCookie } = await b.ask('', '/api/v1/session', { method: 'POST', body });
      if (status !== 201) throw new Error(`signing in was answered with ${status}: ${text}`);
      return setCookie;
    },
  };
}
