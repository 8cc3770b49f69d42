import { createHash, randomBytes } from 'node:crypto';

export interface KeycloakSignIn {
  /** Base to ask Keycloak at, with `/auth`: the public one, or its own when nothing proxies it. */
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly password: string;
}

/**
 * What a browser with keycloak-js does: authorization code with PKCE over Keycloak's own login form.
 * @throws Error with the page's title when Keycloak refuses
 */
export async function signInAtKeycloak(
  options: KeycloakSignIn,
): Promise<{ accessToken: string; idToken: string }> {
  const oidc = `${options.url}/realms/${options.realm}/protocol/openid-connect`;
  const verifier = randomBytes(48).toString('base64url');
  const query = new URLSearchParams({
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: randomBytes(16).toString('hex'),
    nonce: randomBytes(16).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const form = await fetch(`${oidc}/auth?${query}`, { redirect: 'manual' });
  const html = await form.text();
  const action = /<form[^>]*\baction="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined) throw new Error(`Keycloak showed no login form: ${form.status} ${titleOf(html)}`);
  // The form names the public address, which nothing may be listening at.
  const submit = `${options.url}${action.slice(action.indexOf('/realms/'))}`;
  const answer = await fetch(submit, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: form.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
    body: new URLSearchParams({ username: options.username, password: options.password }),
  });
  const location = answer.headers.get('location');
  const code = location === null ? null : new URL(location).searchParams.get('code');
  if (code === null) throw new Error(`Keycloak refused ${options.username}: ${titleOf(await answer.text())}`);
  const tokens = await fetch(`${oidc}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: options.clientId,
      redirect_uri: options.redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  const body = (await tokens.json()) as { access_token: string; id_token: string };
  return { accessToken: body.access_token, idToken: body.id_token };
}

function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? 'no page';
}
