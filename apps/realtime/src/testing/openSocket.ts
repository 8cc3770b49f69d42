import { type Frame, readFrame } from '@hemicycle/collab/protocol';
import { until } from '@hemicycle/testing';
import { WebSocket } from 'ws';
import { PUBLIC_ORIGIN } from './startServerProcess';

/** A bare socket that says whatever a test wants it to say. */
export interface TestSocket {
  readonly webSocket: WebSocket;
  /** Frames of a document socket. */
  readonly frames: Frame[];
  /** Text frames of an events socket, parsed. */
  readonly texts: { kind: string; event?: { type: string } }[];
  code(): number | null;
  send(bytes: Uint8Array): void;
  /** Waits for the close and returns its code. */
  closed(withinMs?: number): Promise<number>;
}

/** Resolves when the socket is open or was closed. */
export async function openSocket(
  address: string,
  options: { origin?: string | null } = {},
): Promise<TestSocket> {
  const origin = options.origin === undefined ? PUBLIC_ORIGIN : options.origin;
  const webSocket = new WebSocket(address, origin === null ? {} : { origin });
  const frames: Frame[] = [];
  const texts: TestSocket['texts'] = [];
  let code: number | null = null;
  webSocket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) frames.push(readFrame(Uint8Array.from(data)));
    else texts.push(JSON.parse(data.toString()));
  });
  webSocket.on('close', (closedWith) => {
    code = closedWith;
  });
  webSocket.on('error', () => undefined);
  await until(() => webSocket.readyState !== WebSocket.CONNECTING, 'socket open');
  return {
    webSocket,
    frames,
    texts,
    code: () => code,
    send: (bytes) => webSocket.send(bytes),
    closed: async (withinMs = 10_000) => {
      await until(() => code !== null, 'socket closed', withinMs);
      return code as unknown as number;
    },
  };
}
