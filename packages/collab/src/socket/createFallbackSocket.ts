import { type FallbackParts, FallbackSocket } from './FallbackSocket';
import { SocketChoice } from './SocketChoice';

/** Under this name a tab remembers that its network lets no WebSocket through. */
const REMEMBERED = 'hemicycle.http-since';

/** The WebSocket to use in a tab, once for all its connections: what one of them finds out the others need not. */
export function createFallbackSocket(parts: Omit<FallbackParts, 'choice'> = {}): typeof WebSocket {
  const choice = new SocketChoice({ now: Date.now, memory: tabMemory() });
  const TabSocket = class extends FallbackSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;

    constructor(address: string | URL) {
      super(address, { ...parts, choice });
    }
  };
  // y-websocket asks for a whole WebSocket and uses what FallbackSocket has of it.
  return TabSocket as unknown as typeof WebSocket;
}

/** How the connection behind a socket travels. */
export function transportOf(socket: unknown): FallbackSocket['transport'] {
  return socket instanceof FallbackSocket ? socket.transport : 'socket';
}

function tabMemory(): ConstructorParameters<typeof SocketChoice>[0]['memory'] {
  // Storage may be forbidden; then each page finds out for itself.
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    get: () => attempt(() => sessionStorage.getItem(REMEMBERED)),
    set: (value) => {
      attempt(() => {
        if (value === null) sessionStorage.removeItem(REMEMBERED);
        else sessionStorage.setItem(REMEMBERED, value);
      });
    },
  };
}
