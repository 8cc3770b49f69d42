import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import { frames } from '../protocol/frames';

interface Changes {
  added: number[];
  updated: number[];
  removed: number[];
}

/**
 * y-websocket sends everybody's presence back to the server whenever it hears of it: with many people, most of the
 * traffic. Replaces that by our own presence only. Returns what ends it.
 */
export function presenceOfOneself(provider: WebsocketProvider): () => void {
  const { awareness } = provider;
  awareness.off('update', provider._awarenessUpdateHandler);
  const send = ({ added, updated, removed }: Changes): void => {
    const mine = awareness.clientID;
    if (![...added, ...updated, ...removed].includes(mine)) return;
    const { ws } = provider;
    if (!provider.wsconnected || ws?.readyState !== ws?.OPEN) return;
    ws?.send(Uint8Array.from(frames.awareness(encodeAwarenessUpdate(awareness, [mine]))));
  };
  awareness.on('update', send);
  return () => awareness.off('update', send);
}
