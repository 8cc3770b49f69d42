import { createServer } from 'node:http';
import next from 'next';
import type { RequestHandler, UpgradeHandler } from './createPortal';
import { portalFolder } from './portalFolder';

export interface Pages {
  readonly handle: RequestHandler;
  readonly upgrade: UpgradeHandler | undefined;
  close(): Promise<void>;
}

/** Next's pages, from source in development and from the build otherwise. */
export async function createPages(options: {
  development: boolean;
  host: string;
  port: number;
}): Promise<Pages> {
  // Next listens for upgrades on the server it is given, and only there. Ours decides every upgrade, so Next gets a
  // server that never listens, and through it the upgrades that are its own (hot reload).
  const upgrades = createServer();
  const app = next({
    dev: options.development,
    dir: portalFolder(),
    hostname: options.host,
    port: options.port,
    httpServer: upgrades,
  });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    upgrade: options.development
      ? (request, socket, head) => upgrades.emit('upgrade', request, socket, head)
      : undefined,
    close: () => app.close(),
  };
}
