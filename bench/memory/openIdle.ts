import { randomInt } from 'node:crypto';
import { EMPTY_UPDATE, frames, readFrame, writePresence } from '@hemicycle/collab/protocol';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { PUBLIC_ORIGIN } from '../../apps/realtime/src/testing/startServerProcess';

/** A socket that joined as a browser does: whole document received, own presence told, its answer acknowledged. */
export interface IdleSocket {
  edit(): Promise<void>;
  close(): Promise<void>;
}

export function openIdle(address: string): Promise<IdleSocket> {
  const socket = new WebSocket(address, { origin: PUBLIC_ORIGIN, perMessageDeflate: false });
  const client = randomInt(2 ** 31);
  let durable = 0;
  let sent = 0;
  let heard: () => void = () => undefined;
  const acknowledged = (count: number) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (durable >= count) resolve();
      };
      heard();
    });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('open', () => {
      socket.send(frames.syncStep1(new Uint8Array([0])));
      const state = JSON.stringify({ user: { name: 'idle' }, cursor: null });
      socket.send(frames.awareness(writePresence([{ clientId: client, clock: 1, json: state }])));
    });
    socket.on('message', (data: Buffer) => {
      const frame = readFrame(data);
      if (frame.kind === 'step1') {
        socket.send(frames.syncStep2(EMPTY_UPDATE));
        sent++;
      }
      if (frame.kind !== 'durable') return;
      durable = frame.count;
      heard();
      resolve({
        edit: () => {
          const doc = new Y.Doc();
          doc.getText('t').insert(0, 'a few words');
          socket.send(frames.update(Y.encodeStateAsUpdate(doc)));
          sent++;
          return acknowledged(sent);
        },
        close: () =>
          new Promise((closed) => {
            socket.removeAllListeners('close');
            socket.on('close', () => closed());
            socket.close();
          }),
      });
    });
  });
}
