import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from './clientAddress';

/** Headers only we or Next itself may set; from outside they could steer routing, caching or the nonce. */
const FORBIDDEN = [
  /^x-forwarded(-|$)/,
  /^x-middleware-/,
  /^x-invoke-/,
  /^x-original-/,
  /^x-now-/,
  /^x-vercel-/,
];
const FORBIDDEN_NAMES = new Set([
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'proxy',
  'via',
  'x-matched-path',
  'x-nonce',
  'x-real-ip',
  'x-request-id',
  'x-rewrite-url',
]);

export interface PublicOrigin {
  readonly host: string;
  readonly protocol: 'http' | 'https';
  readonly port: string;
  readonly trustedProxies: number;
}

/**
 * Makes a request say only what we know about where it came from. Host becomes the public one, so that no link, cookie
 * or redirect can be bent by a forged Host. Returns the id given to the request.
 */
export function sanitizeRequest(request: IncomingMessage, origin: PublicOrigin): string {
  const address = clientAddress(request, origin.trustedProxies);
  for (const name of Object.keys(request.headers)) {
    if (FORBIDDEN_NAMES.has(name) || FORBIDDEN.some((pattern) => pattern.test(name)))
      setHeader(request, name);
  }
  const id = randomUUID();
  setHeader(request, 'host', origin.host);
  setHeader(request, 'x-forwarded-for', address);
  setHeader(request, 'x-forwarded-host', origin.host);
  setHeader(request, 'x-forwarded-port', origin.port);
  setHeader(request, 'x-forwarded-proto', origin.protocol);
  setHeader(request, 'x-request-id', id);
  return id;
}

/**
 * Sets or (without a value) removes a header in both of Node's views of it: handlers that read `rawHeaders`, such as
 * the fetch adapter of the API, must not see what was replaced.
 */
export function setHeader(request: IncomingMessage, name: string, value?: string): void {
  const raw: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const key = request.rawHeaders[index] ?? '';
    if (key.toLowerCase() !== name) raw.push(key, request.rawHeaders[index + 1] ?? '');
  }
  if (value === undefined) delete request.headers[name];
  else {
    request.headers[name] = value;
    raw.push(name, value);
  }
  request.rawHeaders.splice(0, request.rawHeaders.length, ...raw);
}
