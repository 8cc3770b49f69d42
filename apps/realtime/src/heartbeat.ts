import type { WebSocket } from 'ws';

/** Called this often, each time for another part of the sockets: all at once would hold up everybody's text. Milliseconds. */
export const HEARTBEAT_MS = 1_000;
/** A peer has this many beats to answer a ping: 30 s, below what proxies allow a connection to be silent. */
const PARTS = 30;

/** Finds sockets whose peer is gone without a word: who did not answer the last ping is cut off. */
export function createHeartbeat(): { watch(webSocket: WebSocket): void; beat(): void } {
  const parts = Array.from({ length: PARTS }, () => new Set<WebSocket>());
  const alive = new WeakSet<WebSocket>();
  let turn = 0;
  return {
    watch: (webSocket) => {
      // The part whose turn was last: it is asked when everybody else was.
      const part = parts[turn];
      part?.add(webSocket);
      alive.add(webSocket);
      webSocket.on('pong', () => void alive.add(webSocket));
      webSocket.on('close', () => void part?.delete(webSocket));
    },
    beat: () => {
      turn = (turn + 1) % PARTS;
      for (const webSocket of parts[turn] ?? []) {
        if (!alive.delete(webSocket)) webSocket.terminate();
        else if (webSocket.readyState === webSocket.OPEN) webSocket.ping();
      }
    },
  };
}
