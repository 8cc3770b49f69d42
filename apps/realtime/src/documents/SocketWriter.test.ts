import { Duplex } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { createRealtimeMetrics } from '../metrics';
import { SocketWriter } from './SocketWriter';
import { TickWriter } from './TickWriter';

/** A socket that takes nothing off: everything written waits in it. */
function stuck() {
  const written: unknown[] = [];
  const socket = new Duplex({
    read: () => undefined,
    writev: (chunks) => void written.push(...chunks.map(({ chunk }) => chunk)),
    writableHighWaterMark: 1,
  });
  return { ...writerOn(socket), socket, written };
}

/** A socket that takes what waits in it when told to. */
function reading() {
  let taken = (): void => undefined;
  const socket = new Duplex({
    read: () => undefined,
    write: (_chunk, _encoding, done) => {
      taken = done;
    },
  });
  const take = async (): Promise<void> => {
    taken();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ...writerOn(socket), take };
}

function writerOn(socket: Duplex) {
  let slow = 0;
  const webSocket = { readyState: WebSocket.OPEN, OPEN: WebSocket.OPEN } as WebSocket;
  const shared = { ticks: new TickWriter(), metrics: createRealtimeMetrics() };
  const onTooSlow = () => void slow++;
  const writer = new SocketWriter(webSocket, socket, shared, { waitingLimit: 100_000, onTooSlow });
  return { writer, slow: () => slow };
}

describe('RT-68 a large join', () => {
  it('waits for its socket as the frames everybody shares, not as a copy of them', () => {
    const frames = [Buffer.alloc(3_000_000), Buffer.alloc(200_000), Buffer.alloc(4)];
    const { writer, socket, written, slow } = stuck();
    writer.sendJoin(frames);
    writer.flush();
    expect(written).toHaveLength(3);
    for (const [index, frame] of frames.entries()) expect(written[index]).toBe(frame);
    expect(socket.writableLength).toBe(3_200_004);
    expect(slow()).toBe(0);
  });

  it('is written with what came before and after it, in order', () => {
    const { writer, written } = stuck();
    const [hello, base, edit] = [Buffer.from('hello'), Buffer.alloc(50_000, 1), Buffer.from('edit')];
    writer.send(hello);
    writer.sendJoin([base]);
    writer.writeNow(edit);
    expect(Buffer.concat(written as Buffer[])).toEqual(Buffer.concat([hello, base, edit]));
  });

  it('gives no more room than the join itself needs', () => {
    const { writer, slow } = stuck();
    writer.sendJoin([Buffer.alloc(1_000_000)]);
    writer.flush();
    writer.writeNow(Buffer.alloc(90_000));
    expect(slow()).toBe(0);
    writer.writeNow(Buffer.alloc(20_000));
    expect(slow()).toBe(1);
  });

  it('gives no more room when it is asked for again after it was taken', async () => {
    const { writer, take, slow } = reading();
    for (let again = 0; again < 5; again++) {
      writer.sendJoin([Buffer.alloc(1_000_000)]);
      writer.flush();
      await take();
    }
    writer.writeNow(Buffer.alloc(1_090_000));
    expect(slow()).toBe(0);
    writer.writeNow(Buffer.alloc(20_000));
    expect(slow()).toBe(1);
  });
});
