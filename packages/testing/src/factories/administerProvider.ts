import type { TestKeycloak } from '../startKeycloak';

interface ProviderUser {
  readonly id: string;
  readonly username: string;
  readonly email: string;
}

export type ProviderAdmin = Awaited<ReturnType<typeof administerProvider>>;

/** What an administrator of the other ministry's provider does there. The run's own Keycloak plays that as well. */
export async function administerProvider({ url, admin }: TestKeycloak) {
  const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...admin }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const ask = async (method: string, path: string, body?: object, realm = 'transport'): Promise<unknown> => {
    const response = await fetch(`${url}/admin/realms/${realm}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const userOf = async (username: string): Promise<ProviderUser> => {
    const found = (await ask('GET', `/users?exact=true&username=${username}`)) as ProviderUser[];
    const [user] = found;
    if (user === undefined) throw new Error(`the provider knows no ${username}`);
    return user;
  };
  return {
    /** Changes the address the provider knows of somebody. */
    async changeEmail(username: string, email: string): Promise<void> {
      const user = await userOf(username);
      await ask('PUT', `/users/${user.id}`, { ...user, email });
    },
    /** Makes an account there. */
    async create(username: string, email: string, password: string): Promise<void> {
      const name = { firstName: username, lastName: 'There' };
      const credentials = [{ type: 'password', value: password, temporary: false }];
      await ask('POST', '/users', {
        username,
        email,
        emailVerified: true,
        enabled: true,
        ...name,
        credentials,
      });
    },
    /** What a realm keeps of its people, and who may change it. */
    profileOf: (realm: string): Promise<unknown> => ask('GET', '/users/profile', undefined, realm),
    /** Takes somebody out of all their groups there. */
    async leaveGroups(username: string): Promise<void> {
      const { id } = await userOf(username);
      const groups = (await ask('GET', `/users/${id}/groups`)) as { id: string }[];
      for (const group of groups) await ask('DELETE', `/users/${id}/groups/${group.id}`);
    },
  };
}
