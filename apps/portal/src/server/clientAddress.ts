import type { IncomingMessage } from 'node:http';

/**
 * The address of the person's machine. Each trusted proxy appended one address to X-Forwarded-For; everything left of
 * those was written by whoever sent the request and is not believed.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const chain = [...(Array.isArray(header) ? header.join(',') : (header ?? '')).split(','), direct]
    .map((address) => address.trim())
    .filter(Boolean);
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? direct;
}
