import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { REALTIME_LIMITS } from '../limits/limits';
import { TunnelSession } from './TunnelSession';

const limits = { ...REALTIME_LIMITS, tunnelPullMs: 100, tunnelIdleMs: 300 };
const wait = { wait: true, abandoned: new AbortController().signal };
const HANDSHAKE = 'HTTP/1.1 101 Switching Protocols\r\n\r\n';
let session: TunnelSession;

/** A session past its handshake. */
function open(): TunnelSession {
  session = new TunnelSession(limits);
  session.socket.on('error', () => undefined);
  session.socket.write(HANDSHAKE);
  return session;
}

const text = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString();

afterEach(() => void session.socket.destroy());

describe('RT-86 what a session holds', () => {
  it('is what was written and not confirmed, and counts as waiting', async () => {
    const { socket } = open();
    expect(socket.writableLength).toBe(0);
    socket.write('one');
    socket.write('two');
    expect(socket.writableLength).toBe(6);
    expect(text(await session.pull(0, wait))).toBe('one');
    expect(text(await session.pull(0, wait))).toBe('one');
    expect(socket.writableLength).toBe(6);
    expect(text(await session.pull(3, wait))).toBe('two');
    expect(socket.writableLength).toBe(3);
    expect(text(await session.pull(6, wait))).toBe('');
    expect(socket.writableLength).toBe(0);
    expect(await session.pull(3, wait)).toBeNull();
  });

  it('goes down to the pull that waits, the newest one', async () => {
    const { socket } = open();
    const [older, newer] = [session.pull(0, wait), session.pull(0, wait)];
    expect(text(await older)).toBe('');
    socket.write('news');
    expect(text(await newer)).toBe('news');
  });

  it('ends when nobody pulls for long, and not before', async () => {
    const { socket } = open();
    for (let i = 0, at = 0; i < 5; i++, at++) {
      socket.write('x');
      expect(text(await session.pull(at, wait))).toBe('x');
      await session.pull(at + 1, wait);
    }
    expect(socket.destroyed).toBe(false);
    await once(socket, 'close');
    expect(text(await session.pull(5, wait))).toBe('');
  });

  it('ends at once when the browser says so, with what it said last', async () => {
    const { socket } = open();
    const heard: string[] = [];
    socket.on('data', (data: Buffer) => heard.push(data.toString()));
    socket.on('end', () => socket.end());
    socket.write('never confirmed');
    await session.push(0, Buffer.from('last words'));
    const closed = once(socket, 'close');
    socket.hangUp();
    await closed;
    expect(heard).toEqual(['last words']);
  });

  it('takes from a browser no more than is read', async () => {
    const { socket } = open();
    const body = Buffer.alloc(300 * 1024, 1);
    let taken = false;
    const push = session.push(0, body).then(() => {
      taken = true;
    });
    await turn();
    expect(taken).toBe(false);
    expect(socket.readableLength).toBeLessThanOrEqual(128 * 1024);
    expect([session.enterPush(), session.enterPush(), session.enterPush()]).toEqual([true, true, false]);
    let read = 0;
    socket.on('data', (data: Buffer) => {
      read += data.length;
    });
    await push;
    expect(read).toBe(body.length);
    expect(await session.push(0, body)).toBe('taken');
    expect(await session.push(body.length + 1, body)).toBe('gap');
    expect(read).toBe(body.length);
  });
});
