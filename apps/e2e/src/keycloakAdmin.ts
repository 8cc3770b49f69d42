import { startKeycloak } from '@hemicycle/testing';
import { expect } from '@playwright/test';

/** What an administrator of the other ministry's provider does there. The run's own Keycloak plays that as well. */
export async function keycloakAdmin() {
  const { url, admin } = await startKeycloak();
  const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...admin }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const users = `${url}/admin/realms/transport/users`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const send = async (method: string, address: string, body: object): Promise<void> => {
    const { status } = await fetch(address, { method, headers, body: JSON.stringify(body) });
    expect(status, `${method} ${address}`).toBeLessThan(300);
  };
  return {
    /** Changes what the provider knows of somebody. */
    change: async (username: string, changes: { email: string }): Promise<void> => {
      const found = await fetch(`${users}?exact=true&username=${username}`, { headers });
      const [user] = (await found.json()) as [{ id: string }];
      await send('PUT', `${users}/${user.id}`, { ...user, ...changes });
    },
    /** Makes an account at the provider. */
    create: (username: string, email: string, password: string): Promise<void> =>
      send('POST', users, {
        username,
        email,
        emailVerified: true,
        enabled: true,
        firstName: 'Im',
        lastName: 'Poster',
        credentials: [{ type: 'password', value: password, temporary: false }],
      }),
  };
}
