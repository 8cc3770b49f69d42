import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { openTestRun } from './openTestRun';

/** Test files that answer at the portal's address do so one after the other; each is done within a minute. Milliseconds. */
const PATIENCE = 180_000;

/**
 * Answers at the portal's own address, where the run's Keycloak and LiveKit post what they tell. Only one test file at a
 * time can: the others wait for the port.
 * @throws when it is not free in time
 */
export async function listenAsPortal(listener: RequestListener): Promise<Server> {
  const { portal } = openTestRun().settings.ports;
  const end = performance.now() + PATIENCE;
  for (;;) {
    const server = createServer(listener);
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(portal, '127.0.0.1', () => resolve(null));
    });
    if (error === null) return server;
    if (error.code !== 'EADDRINUSE' || performance.now() > end) throw error;
    await delay(100);
  }
}
