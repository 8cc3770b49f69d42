import { createHash, randomBytes } from 'node:crypto';

export interface KeycloakSignIn {
  /** Base to ask Keycloak at, with `/auth`: the public one, or its own when nothing proxies it. */
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** What is typed on our realm's page: a name, or an address that leads to another provider. */
  readonly username: string;
  readonly password: string;
  /** Who one is on another provider's page, when that is not what was typed on ours. */
  readonly usernameThere?: string;
  /** Our realm's cookies by name, kept from one sign-in to the next as a browser does. Left out: a new browser. */
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

/** Our page asks who, then for the password or leads to another provider, whose page asks for both. */
const MOST_PAGES = 4;

/**
 * What a browser with keycloak-js does: authorization code with PKCE over Keycloak's own pages, which are not shown
 * where its cookies already say who it is.
 * @throws Error with what the page says when Keycloak refuses
 */
export async function signInAtKeycloak(options: KeycloakSignIn): Promise<KeycloakTokens> {
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
    ...options.parameters,
  });
  const code = await codeOf(options, `${oidc}/auth?${query}`);
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

/** Goes from page to page, filling each, until Keycloak leads back to the client. */
async function codeOf(options: KeycloakSignIn, start: string): Promise<string> {
  const go = createVisitor(options);
  let answer = await go(start);
  const proved = new Set<boolean>();
  for (let page = 0; page < MOST_PAGES && 'html' in answer; page += 1) {
    const { html } = answer;
    const action = /<form[^>]*\baction="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    if (action === undefined) break;
    const ours = action.includes(`/realms/${options.realm}/`);
    const asksProof = html.includes('name="password"');
    // A second try of a refused password would only lock the account.
    if (asksProof && proved.has(ours)) break;
    if (asksProof) proved.add(ours);
    const username = ours ? options.username : (options.usernameThere ?? options.username);
    const fields = { username, password: options.password };
    const asked = Object.entries(fields).filter(([name]) => html.includes(`name="${name}"`));
    answer = await go(action, new URLSearchParams(asked));
  }
  if ('html' in answer) throw new Error(`Keycloak refused ${options.username}: ${saidBy(answer.html)}`);
  const code = answer.back.searchParams.get('code');
  if (code === null) throw new Error(`Keycloak refused ${options.username}: ${answer.back.hash}`);
  return code;
}

type Visit = (address: string, form?: URLSearchParams) => Promise<{ html: string } | { back: URL }>;

/** A browser's cookies and redirects: to a page, or back to the client. */
function createVisitor({ url, realm: ours, redirectUri, cookies }: KeycloakSignIn): Visit {
  // Cookies of a realm go to that realm alone, as their paths say.
  const jars = new Map([[ours, cookies ?? new Map<string, string>()]]);
  return async (address, form) => {
    let next = address;
    let body = form;
    for (let hop = 0; hop < 10; hop += 1) {
      if (next.startsWith(redirectUri)) return { back: new URL(next) };
      const path = next.slice(next.indexOf('/realms/'));
      const realm = path.split('/')[2] ?? '';
      const jar = jars.get(realm) ?? new Map<string, string>();
      jars.set(realm, jar);
      // Pages name the public address, which nothing may be listening at.
      const response = await fetch(`${url}${path}`, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body ? { method: 'POST', body } : {}),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      if (location === null) return { html: await response.text() };
      [next, body] = [location, undefined];
    }
    throw new Error(`Keycloak leads in circles: ${next}`);
  };
}

/** The page's own message or, without one, its title. */
function saidBy(html: string): string {
  const message = /id="(?:kc-error-message|input-error[^"]*)"[^>]*>\s*(?:<p[^>]*>)?([^<]+)/.exec(html)?.[1];
  return (message ?? /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? 'no page').trim();
}
