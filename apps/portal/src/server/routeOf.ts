import { TUNNEL } from '@hemicycle/contracts/tunnel';

/** Who answers a path: `realtime` speaks to sockets only, its `tunnel` takes requests only. */
export type Route =
  | 'health'
  | 'api'
  | 'identity'
  | 'media'
  | 'realtime'
  | 'tunnel'
  | 'worker'
  | 'pages'
  | 'refused';

/** Forms of a path that two servers in a row may read differently; none of ours has them. */
const AMBIGUOUS = /(^|\/)(\.|%2e){1,2}(\/|$)|\/\/|\\|%2f|%5c|%00/i;

/**
 * Only what people need of Keycloak and LiveKit is on our origin: the realm they sign in to and its assets, and the
 * signalling of calls. Keycloak's administration, its other realms and LiveKit's server API stay inside.
 * @param target the request target, with or without a query
 */
export function routeOf(target: string, realm: string): Route {
  const path = target.split(/[?#]/, 1)[0] ?? '/';
  if (path === '/api/health/live' || path === '/api/health/ready') return 'health';
  if (under(path, '/api')) return AMBIGUOUS.test(path) ? 'refused' : 'api';
  if (under(path, '/auth')) {
    const open = under(path, `/auth/realms/${realm}`) || under(path, '/auth/resources');
    return open && !AMBIGUOUS.test(path) ? 'identity' : 'refused';
  }
  if (under(path, '/rtc')) return AMBIGUOUS.test(path) ? 'refused' : 'media';
  if (under(path, '/realtime')) {
    if (AMBIGUOUS.test(path)) return 'refused';
    return under(path, TUNNEL.path) ? 'tunnel' : 'realtime';
  }
  if (under(path, '/twirp')) return 'refused';
  if (path === '/service-worker.js') return 'worker';
  return 'pages';
}

const under = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);
