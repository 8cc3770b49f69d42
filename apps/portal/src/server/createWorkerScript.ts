import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from './createPortal';
import { portalFolder } from './portalFolder';

/** The service worker of this build. While developing there is none: pages would come from the build before. */
export function createWorkerScript({ development }: { readonly development: boolean }): RequestHandler {
  const script = development ? null : readFileSync(join(portalFolder(), 'dist/serviceWorker.js'));
  return (request, response) => {
    if (script === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'cache-control': 'no-store' }).end();
      return;
    }
    // Asked for anew each time: a new build must not hide behind an old copy.
    response.writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : script);
  };
}
