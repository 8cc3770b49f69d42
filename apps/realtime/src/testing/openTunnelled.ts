import { randomBytes } from 'node:crypto';
import { createFallbackSocket } from '@hemicycle/collab/socket';
import { TUNNEL } from '@hemicycle/contracts';
import { WebSocket as NodeWebSocket } from 'ws';
import { PUBLIC_ORIGIN } from './startServerProcess';

/** A network in which no WebSocket opens, and over which HTTP can be disturbed. */
export interface BlockedNetwork {
  readonly WebSocket: typeof WebSocket;
  /** Requests that were sent. */
  readonly requests: URL[];
  /** What befalls a request. `unanswered`: the server gets it and its answer is lost; `twice`: the server gets it twice. */
  fate: (url: URL) => 'pass' | 'lost' | 'unanswered' | 'twice';
}

export function blockedNetwork(): BlockedNetwork {
  const network = { requests: [] as URL[], fate: (): 'pass' => 'pass' } as {
    requests: URL[];
    fate: BlockedNetwork['fate'];
  };
  const overNetwork: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    network.requests.push(url);
    const send = () =>
      fetch(url, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), origin: PUBLIC_ORIGIN },
      });
    const fate = network.fate(url);
    if (fate === 'lost') throw new TypeError('lost on the way');
    if (fate === 'twice') await (await send()).arrayBuffer();
    const answer = await send();
    if (fate !== 'unanswered') return answer;
    await answer.arrayBuffer();
    throw new TypeError('the answer was lost');
  };
  // Nobody listens on port 1: each attempt ends before it opened, as behind a proxy that refuses.
  const Refused = class extends NodeWebSocket {
    constructor() {
      super('ws://127.0.0.1:1/');
    }
  };
  const WebSocket = createFallbackSocket({
    WebSocket: Refused as unknown as typeof globalThis.WebSocket,
    fetch: overNetwork,
  });
  return Object.assign(network, { WebSocket });
}

/** A session of the tunnel by hand. */
export interface TunnelByHand {
  readonly session: string;
  pull(from: number, more?: Sending): Promise<Response>;
  push(at: number, body: Uint8Array<ArrayBuffer>, more?: Sending): Promise<Response>;
}

interface Sending {
  readonly origin?: string;
  readonly key?: string;
  readonly query?: string;
}

/** Opens a session; `path` is that of the socket it stands for. */
export async function openByHand(
  origin: string,
  path: string,
  { from = PUBLIC_ORIGIN, session = randomBytes(16).toString('hex') } = {},
): Promise<Response> {
  return fetch(`${origin}${path.replace('/realtime', `${TUNNEL.path}/${session}`)}`, {
    method: 'POST',
    headers: { origin: from },
  });
}

export async function tunnelByHand(origin: string, path: string): Promise<TunnelByHand> {
  const session = randomBytes(16).toString('hex');
  const { key } = (await (await openByHand(origin, path, { session })).json()) as { key: string };
  const post = (query: string, body: Uint8Array<ArrayBuffer> | null, more: Sending) =>
    fetch(`${origin}${TUNNEL.path}/${session}?${query}${more.query ?? ''}`, {
      method: 'POST',
      body,
      headers: { origin: more.origin ?? PUBLIC_ORIGIN, [TUNNEL.keyHeader]: more.key ?? key },
    });
  return {
    session,
    pull: (at, more = {}) => post(`from=${at}`, null, more),
    push: (at, body, more = {}) => post(`at=${at}`, body, more),
  };
}
