import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from './clientAddress';

/** Headers only we or Next itself may set; from outside they could steer routing, caching or the nonce. */
const FORBIDDEN = /^x-(forwarded(-|$)|(middleware|invoke|original|now|vercel)-)/;
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
  const id = randomUUID();
  const ours: Readonly<Record<string, string>> = {
    host: origin.host,
    'x-forwarded-for': clientAddress(request, origin.trustedProxies),
    'x-forwarded-host': origin.host,
    'x-forwarded-port': origin.port,
    'x-forwarded-proto': origin.protocol,
    'x-request-id': id,
  };
  const { headers, rawHeaders } = request;
  const raw: string[] = [];
  // One pass, since every request of everybody comes through here.
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const key = rawHeaders[index] ?? '';
    const name = key.toLowerCase();
    if (Object.hasOwn(ours, name)) continue;
    if (FORBIDDEN_NAMES.has(name) || FORBIDDEN.test(name)) delete headers[name];
    else raw.push(key, rawHeaders[index + 1] ?? '');
  }
  for (const name in ours) {
    headers[name] = ours[name];
    raw.push(name, ours[name] ?? '');
  }
  request.rawHeaders = raw;
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
