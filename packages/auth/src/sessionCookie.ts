/** `__Host-`: a browser takes it only over https (or from localhost), for this host alone, for every path. */
const NAME = '__Host-hemicycle';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const SECRET = /^[\w-]{43}$/;

/** The session's secret in a `Cookie` header, or null when there is none in our form. */
export function readSessionCookie(header: string | null): string | null {
  if (header === null) return null;
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() !== NAME) continue;
    const secret = pair.slice(at + 1).trim();
    return SECRET.test(secret) ? secret : null;
  }
  return null;
}

/** `Set-Cookie` for a new session. */
export function sessionCookie(secret: string, maxAgeSeconds: number): string {
  return `${NAME}=${secret}; ${ATTRIBUTES}; Max-Age=${maxAgeSeconds}`;
}

/** `Set-Cookie` that removes it. */
export const NO_SESSION_COOKIE = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;
