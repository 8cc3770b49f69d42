import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Client {
  readonly clientId: string;
  readonly publicClient: boolean;
  readonly standardFlowEnabled: boolean;
  readonly implicitFlowEnabled: boolean;
  readonly directAccessGrantsEnabled: boolean;
  readonly redirectUris: readonly string[];
  readonly webOrigins: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
}

interface Realm {
  readonly sslRequired: string;
  readonly registrationAllowed: boolean;
  readonly bruteForceProtected: boolean;
  readonly accessTokenLifespan: number;
  readonly revokeRefreshToken?: boolean;
  readonly refreshTokenMaxReuse?: number;
  readonly identityProviders?: readonly {
    readonly firstBrokerLoginFlowAlias: string;
    readonly config: Readonly<Record<string, string>>;
  }[];
  readonly clients: readonly Client[];
}

const read = (name: string): Realm =>
  JSON.parse(readFileSync(join(__dirname, `${name}-realm.json`), 'utf8')) as Realm;

describe.each(['hemicycle', 'transport'])('realm %s', (name) => {
  const realm = read(name);

  it('is closed to strangers and to guessing, and its tokens last minutes', () => {
    expect(realm).toMatchObject({ registrationAllowed: false, bruteForceProtected: true });
    expect(realm.sslRequired).not.toBe('none');
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(300);
  });

  // CVE-2026-7571, and CVE-2026-4874 for the address after a logout.
  it.each(realm.clients.map((client) => [client.clientId, client] as const))(
    'client %s: no implicit flow, no passwords in requests, exact addresses, PKCE',
    (_, client) => {
      const { implicitFlowEnabled, directAccessGrantsEnabled, standardFlowEnabled, attributes = {} } = client;
      expect({ implicitFlowEnabled, directAccessGrantsEnabled }).toEqual({
        implicitFlowEnabled: false,
        directAccessGrantsEnabled: false,
      });
      const afterLogout = attributes['post.logout.redirect.uris']?.split('##') ?? [];
      for (const address of [...client.redirectUris, ...client.webOrigins, ...afterLogout]) {
        expect(address).toMatch(/^\$\{HEMICYCLE_URL\}[\w/-]*$/);
      }
      if (standardFlowEnabled) expect(attributes['pkce.code.challenge.method']).toBe('S256');
      // CVE-2026-1035, CVE-2026-9802: what is not given out is not replayed.
      if (client.publicClient) expect(attributes['use.refresh.tokens']).toBe('false');
    },
  );

  // CVE-2026-18569; ACC-63.
  it('has the signatures of other providers validated, and links nobody by e-mail', () => {
    for (const { config, firstBrokerLoginFlowAlias } of realm.identityProviders ?? []) {
      expect(config).toMatchObject({ validateSignature: 'true', useJwksUrl: 'true', pkceMethod: 'S256' });
      expect(firstBrokerLoginFlowAlias).toBe('first sign-in from another provider');
    }
  });
});

it('the realm people sign in to takes a refresh token once, should one ever be given out', () => {
  expect(read('hemicycle')).toMatchObject({ revokeRefreshToken: true, refreshTokenMaxReuse: 0 });
});
