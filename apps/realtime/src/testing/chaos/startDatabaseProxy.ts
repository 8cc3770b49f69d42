import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way from one node to PostgreSQL, which can break in every way a network can, and lose wake-ups alone. */
export interface DatabaseProxy {
  readonly port: number;
  /** Notifications vanish on their way while everything else arrives. */
  deaf: boolean;
  /** Notifications that vanished so far. */
  readonly dropped: number;
  /** Cuts every connection and accepts no other. */
  down(): void;
  /** Connections stay open and nothing arrives any more, in either direction. */
  stall(): void;
  up(): void;
  /** Cuts connections that heard a notification, once; they may come back. */
  cutListeners(): void;
  close(): Promise<void>;
}

interface Pair {
  near: Socket;
  far: Socket;
  listens: boolean;
}

/** NotificationResponse of PostgreSQL's protocol. */
const NOTIFICATION = 'A'.charCodeAt(0);

export async function startDatabaseProxy(target: { host: string; port: number }): Promise<DatabaseProxy> {
  let mode: 'up' | 'down' | 'stalled' = 'up';
  let dropped = 0;
  const pairs = new Set<Pair>();
  const end = (pair: Pair): void => {
    pairs.delete(pair);
    pair.near.destroy();
    pair.far.destroy();
  };
  const cut = (matches: (pair: Pair) => boolean = () => true): void => {
    for (const pair of [...pairs]) if (matches(pair)) end(pair);
  };
  const server = createServer((near) => {
    if (mode === 'down') return void near.destroy();
    const pair: Pair = { near, far: connect(target.port, target.host), listens: false };
    pairs.add(pair);
    near.on('data', (data) => {
      if (mode === 'up') pair.far.write(data);
    });
    const messages = splitMessages();
    pair.far.on('data', (data) => {
      if (mode !== 'up') return;
      for (const message of messages(data)) {
        const notification = message[0] === NOTIFICATION;
        pair.listens ||= notification;
        if (notification && proxy.deaf) dropped++;
        else near.write(message);
      }
    });
    for (const socket of [near, pair.far]) {
      socket.on('error', () => undefined);
      socket.on('close', () => end(pair));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: DatabaseProxy = {
    port: (server.address() as AddressInfo).port,
    deaf: false,
    get dropped() {
      return dropped;
    },
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
    cutListeners: () => cut((pair) => pair.listens),
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

/** Cuts what the server sends into whole messages: a type byte, then a length that counts itself. */
function splitMessages(): (data: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  return (data) => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    const messages: Buffer[] = [];
    let at = 0;
    while (rest.length - at >= 5) {
      const end = at + 1 + rest.readInt32BE(at + 1);
      if (end > rest.length) break;
      messages.push(rest.subarray(at, end));
      at = end;
    }
    rest = rest.subarray(at);
    return messages;
  };
}
