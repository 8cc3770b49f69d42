import { DomainError } from '@hemicycle/contracts';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page had a browser send along with our cookie: `Origin` must be ours or, when
 * the browser sent none, `Sec-Fetch-Site` must say same-origin. Something that sends neither is no page of ours.
 * @throws DomainError foreign_origin
 */
export function checkOrigin(method: string, headers: Headers, publicOrigin: string): void {
  if (SAFE.has(method)) return;
  const origin = headers.get('origin');
  const own = origin === null ? headers.get('sec-fetch-site') === 'same-origin' : origin === publicOrigin;
  if (!own) throw new DomainError('foreign_origin');
}
