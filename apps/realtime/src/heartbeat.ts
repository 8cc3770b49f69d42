import type { WebSocket, WebSocketServer } from 'ws';

/** A peer has this long to answer a ping. Milliseconds; below what proxies allow a connection to be silent. */
export const HEARTBEAT_MS = 25_000;

/** Finds sockets whose peer is gone without a word: who did not answer the last ping is cut off. */
export function createHeartbeat(sockets: WebSocketServer): {
  watch(webSocket: WebSocket): void;
  beat(): void;
} {
  const alive = new WeakSet<WebSocket>();
  return {
    watch: (webSocket) => {
      alive.add(webSocket);
      webSocket.on('pong', () => void alive.add(webSocket));
    },
    beat: () => {
      for (const webSocket of sockets.clients) {
        if (!alive.delete(webSocket)) webSocket.terminate();
        else if (webSocket.readyState === webSocket.OPEN) webSocket.ping();
      }
    },
  };
}
