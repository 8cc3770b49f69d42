/** Longer addresses than we make; against a redirect that fills a header. Characters. */
const longest = 2_000;

/**
 * Where to go after sign-in: a path on our own origin, or `/`. Refused: other origins in any spelling (`//host`,
 * `/\host`, `https:`), control characters, and the sign-in page and Keycloak themselves, which would loop.
 */
export function nextPath(value: string | null | undefined): string {
  if (!value || value.length > longest || !value.startsWith('/')) return '/';
  if (/[\\\p{Cc}]/u.test(value)) return '/';
  const base = 'http://own.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  // Dots resolve to nothing: `/.//host` would come out as `//host`.
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|auth|api|realtime|rtc)(\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
