import { createHash, randomBytes } from 'node:crypto';

export interface KeycloakSignIn {
  /** Base to ask Keycloak at, with `/auth`: the public one, or its own when nothing proxies it. */
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly password: string;
  /** Keycloak's cookies by name, kept from one sign-in to the next as a browser does. Left out: a new browser. */
  readonly cookies?: Map<string, string>;
  /** Further parameters of the authorization request, for example `prompt`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface KeycloakTokens {
  readonly accessToken: string;
  readonly idToken: string;
  /** Exchanges the same code once more; the status of Keycloak's answer. */
  replayCode(): Promise<number>;
}

/**
 * What a browser with keycloak-js does: authorization code with PKCE over Keycloak's own login form, which is not shown
 * where its cookies already say who it is.
 * @throws Error with the page's title when Keycloak refuses
 */
export async function signInAtKeycloak(options: KeycloakSignIn): Promise<KeycloakTokens> {
  const oidc = `${options.url}/realms/${options.realm}/protocol/openid-connect`;
  const verifier = randomBytes(48).toString('base64url');
  const code = await authorize(oidc, createHash('sha256').update(verifier).digest('base64url'), options);
  const exchange = () =>
    fetch(`${oidc}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: options.clientId,
        redirect_uri: options.redirectUri,
        code,
        code_verifier: verifier,
      }),
    });
  const body = (await (await exchange()).json()) as { access_token: string; id_token: string };
  return {
    accessToken: body.access_token,
    idToken: body.id_token,
    replayCode: async () => (await exchange()).status,
  };
}

async function authorize(oidc: string, challenge: string, options: KeycloakSignIn): Promise<string> {
  const { cookies = new Map<string, string>() } = options;
  const query = new URLSearchParams({
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: randomBytes(16).toString('hex'),
    nonce: randomBytes(16).toString('hex'),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...options.parameters,
  });
  const form = await visit(`${oidc}/auth?${query}`, cookies);
  const known = codeOf(form);
  if (known !== null) return known;
  const html = await form.text();
  const action = /<form[^>]*\baction="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined) throw new Error(`Keycloak showed no login form: ${form.status} ${titleOf(html)}`);
  // The form names the public address, which nothing may be listening at.
  const submit = `${options.url}${action.slice(action.indexOf('/realms/'))}`;
  const { username, password } = options;
  const answer = await visit(submit, cookies, new URLSearchParams({ username, password }));
  const code = codeOf(answer);
  if (code === null) throw new Error(`Keycloak refused ${username}: ${titleOf(await answer.text())}`);
  return code;
}

async function visit(url: string, cookies: Map<string, string>, body?: URLSearchParams): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(body ? { method: 'POST', body } : {}),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return response;
}

function codeOf(response: Response): string | null {
  const location = response.headers.get('location');
  return location === null ? null : new URL(location).searchParams.get('code');
}

function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? 'no page';
}
