import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ComposedApi } from '@hemicycle/api';
import { proxyFetch } from 'httpxy';

/** While the API restarts after an edit its port is closed for a moment. Milliseconds. */
const PATIENCE = 5_000;

/** The API in a process of its own: in development, so that an edit restarts it and not the pages' compiler. */
export function remoteApi(url: string): Pick<ComposedApi, 'fetch' | 'close'> {
  return {
    async fetch(request) {
      await untilOpen(new URL(url));
      return proxyFetch(url, request);
    },
    close: async () => {},
  };
}

async function untilOpen({ hostname, port }: URL): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await isOpen(hostname, Number(port)))) {
    if (Date.now() > deadline) throw new Error(`the API at ${hostname}:${port} does not answer`);
    await delay(100);
  }
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
