import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Balancer {
  readonly socketOrigin: string;
  close(): Promise<void>;
}

/** Stands before several nodes, as a load balancer does: each connection goes to the next one that accepts it. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let next = 0;
  const reach = (near: Socket, tries: number): void => {
    if (tries === 0) {
      near.destroy();
      return;
    }
    const far = connect(ports[next++ % ports.length] as number, '127.0.0.1');
    far.once('error', () => reach(near, tries - 1));
    far.once('connect', () => {
      far.removeAllListeners('error');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(from);
        from.on('error', () => undefined);
        from.on('close', () => open.delete(from));
        from.pipe(to);
      }
    });
  };
  const server = createServer((near) => {
    near.on('error', () => undefined);
    reach(near, ports.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    socketOrigin: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
