import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a server and its database, so that the database can go away for that server alone. */
export interface TcpProxy {
  readonly port: number;
  /** Cuts every connection and accepts no other, as a stopped database does. */
  down(): void;
  /** Lets bytes vanish: connections stay open and nothing is answered. */
  stall(): void;
  up(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let mode: 'up' | 'down' | 'stalled' = 'up';
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (mode === 'down') {
      near.destroy();
      return;
    }
    const far = connect(target.port, target.host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', (data) => {
        if (mode === 'up') to.write(data);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    down: () => {
      mode = 'down';
      cut();
    },
    stall: () => {
      mode = 'stalled';
    },
    up: () => {
      if (mode === 'stalled') cut();
      mode = 'up';
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
