import { frames, readFrame, writePresence } from '@hemicycle/collab/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { PUBLIC_ORIGIN } from '../../apps/realtime/src/testing/startServerProcess';

/** Two honest people: one types, the other reads, and how long each letter took is known. */
export interface Probe {
  /** The Yjs client of the one who types. */
  readonly client: number;
  /** Measures for so long (or until `work` is done) and answers the latencies. */
  measure(until: Promise<unknown>): Promise<Latencies>;
  close(): void;
}

export interface Latencies {
  readonly sent: number;
  /** Letters that had not arrived two seconds after the end. */
  readonly missing: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** A letter every so many milliseconds: two fast typists. */
const EVERY = 20;

export async function openProbe(writer: string, reader: string): Promise<Probe> {
  const typing = new Y.Doc();
  const reading = new Y.Doc();
  const sentAt: number[] = [];
  let arrived = 0;
  const latencies: number[] = [];
  const [from, to] = await Promise.all([join(writer), join(reader)]);
  typing.on('update', (update: Uint8Array) => from.send(frames.update(update)));
  to.on('message', (data: Buffer) => {
    const frame = readFrame(data);
    if (frame.kind !== 'update') return;
    Y.applyUpdate(reading, frame.update);
    const { length } = reading.getText('honest');
    for (const now = performance.now(); arrived < length; arrived++)
      latencies.push(now - (sentAt[arrived] ?? now));
  });
  from.send(frames.awareness(writePresence([{ clientId: typing.clientID, clock: 1, json: '{"cursor":1}' }])));
  return {
    client: typing.clientID,
    measure: async (until) => {
      latencies.length = 0;
      const before = sentAt.length;
      const timer = setInterval(() => {
        sentAt.push(performance.now());
        typing.getText('honest').insert(typing.getText('honest').length, 'h');
      }, EVERY);
      await until;
      clearInterval(timer);
      const end = performance.now() + 2_000;
      while (arrived < sentAt.length && performance.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 10));
      const sorted = [...latencies].sort((a, b) => a - b);
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
      return {
        sent: sentAt.length - before,
        missing: sentAt.length - arrived,
        p50: at(0.5),
        p99: at(0.99),
        max: at(1),
      };
    },
    close: () => {
      from.terminate();
      to.terminate();
    },
  };
}

function join(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address, { origin: PUBLIC_ORIGIN, perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`an honest person was closed with ${code}`)));
    socket.on('open', () => socket.send(frames.syncStep1(new Uint8Array([0]))));
    socket.on('message', (data: Buffer) => {
      if (readFrame(data).kind === 'step2') resolve(socket);
    });
  });
}
