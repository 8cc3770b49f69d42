import type { ServerResponse } from 'node:http';

export interface HeaderContext {
  /** Public origin, for example `https://hemicycle.example`. */
  readonly origin: string;
  readonly secure: boolean;
  readonly development: boolean;
}

const PERMISSIONS = [
  'camera=(self)',
  'microphone=(self)',
  'display-capture=(self)',
  'fullscreen=(self)',
  'autoplay=(self)',
  'speaker-selection=(self)',
  'screen-wake-lock=(self)',
  'picture-in-picture=(self)',
  'clipboard-read=(self)',
  'clipboard-write=(self)',
  'geolocation=()',
  'payment=()',
  'usb=()',
  'serial=()',
  'hid=()',
  'bluetooth=()',
  'browsing-topics=()',
].join(', ');

/**
 * What a page may load: our own origin, and scripts that carry this request's nonce. Styles may be inline, because
 * editors and component libraries set style attributes, which no nonce can cover.
 */
export function pagePolicy({ origin, secure, development }: HeaderContext, nonce: string): string {
  const socketOrigin = origin.replace(/^http/, 'ws');
  return [
    "default-src 'self'",
    // Development compiles with eval and maps errors back with it.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${socketOrigin}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Answers that are no page: nothing in them may run, even when one is opened as a page. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The service worker fetches from our own origin, and does nothing else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** The headers every answer of ours carries, whatever it is. */
export function setSecurityHeaders(response: ServerResponse, context: HeaderContext, policy: string): void {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', PERMISSIONS);
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  setTransportHeaders(response, context);
}

/** What we add to the answers of Keycloak and LiveKit too, which keep their own policies. */
export function setTransportHeaders(response: ServerResponse, { secure }: HeaderContext): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (secure) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}
