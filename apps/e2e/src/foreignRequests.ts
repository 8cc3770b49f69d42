import type { BrowserContext } from '@playwright/test';

/** Collects every request of a browser that leaves for an origin other than ours. */
export function watchForeignRequests(context: BrowserContext, origin: string): string[] {
  const foreign: string[] = [];
  const host = new URL(origin).host;
  const note = (address: string) => {
    const url = new URL(address);
    const own = url.host === host || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!own) foreign.push(address);
  };
  context.on('request', (request) => note(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
  return foreign;
}
