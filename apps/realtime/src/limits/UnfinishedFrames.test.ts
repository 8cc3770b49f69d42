import { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { REALTIME_LIMITS } from './limits';
import { type Unfinished, UnfinishedFrames } from './UnfinishedFrames';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A connection that said something; `ends` when its socket does. */
function heard(frames: UnfinishedFrames, ends: boolean): WeakRef<Unfinished> {
  const connection: Unfinished = {
    user: { id: 'ines' },
    unfinishedBytes: 0,
    closed: false,
    cutOff: () => undefined,
  };
  const socket = new Socket();
  frames.watch(connection, socket);
  socket.emit('data', Buffer.alloc(10));
  expect(connection.unfinishedBytes).toBe(10);
  if (ends) socket.emit('close');
  return new WeakRef(connection);
}

describe('RT-103 frames that never end', () => {
  it('are forgotten with their connection, however little others say afterwards', async () => {
    const frames = new UnfinishedFrames(REALTIME_LIMITS);
    const [gone, stays] = [heard(frames, true), heard(frames, false)];
    // A WeakRef holds on until the turn that made it is over.
    await new Promise(setImmediate);
    collectGarbage();
    expect(gone.deref()).toBeUndefined();
    expect(stays.deref()).toBeDefined();
    // Not forgotten itself before.
    expect(frames).toBeInstanceOf(UnfinishedFrames);
  });
});
