import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Between telling a load balancer "unready" and refusing connections is its probe's job; this bounds what runs. */
const DRAIN = 10_000;
/** Upgraded sockets are cut at random moments: so many milliseconds for each, and all within the longest. */
const PER_SOCKET = 2;
const LONGEST_SPREAD = 4_000;

/**
 * Ends a server in order: no new connections, running requests get up to 10 s, then what is left is cut. Sockets that
 * were upgraded are cut one after the other: their clients come back by themselves, to another replica, and thousands
 * in one moment would be a burst to it.
 */
export function createDrain(server: Server): () => Promise<void> {
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (_request, socket: Duplex) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), DRAIN);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      const spread = Math.min(LONGEST_SPREAD, upgraded.size * PER_SOCKET);
      for (const socket of upgraded) setTimeout(() => socket.destroy(), Math.random() * spread);
      server.closeIdleConnections();
    });
}
