import { nextPath } from './nextPath';

/** Address of the sign-in page that comes back to `path`; `reason` is an error code it explains. */
export function signInPath(path: string, reason?: string): string {
  const next = nextPath(path);
  const query = new URLSearchParams();
  if (next !== '/') query.set('next', next);
  if (reason && reason !== 'sign_in_required') query.set('reason', reason);
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
}
