import { SYNC } from '@hemicycle/collab/protocol';
import { FRAME } from '@hemicycle/contracts';
import type { FrameSlab } from './FrameSlab';
import { headBytes, writeHead } from './webSocketFrame';

/**
 * An update and the WebSocket frame that carries it, in the same bytes. They are its own, or its room's: the update was
 * copied out of a socket's read buffer, and is no slice of Node's shared pool, where a few kept bytes would hold on to
 * kilobytes.
 */
export class UpdateFrame {
  readonly frame: Buffer;
  readonly update: Uint8Array;

  constructor(update: Uint8Array, slab?: FrameSlab) {
    const size = 2 + varUintBytes(update.length);
    const length = size + update.length;
    const head = headBytes(length);
    const frame = slab?.take(head + length) ?? Buffer.allocUnsafeSlow(head + length);
    writeHead(frame, length);
    frame[head] = FRAME.sync;
    frame[head + 1] = SYNC.update;
    writeVarUint(frame, head + 2, update.length);
    frame.set(update, head + size);
    this.frame = frame;
    this.update = frame.subarray(head + size);
  }
}

function varUintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

function writeVarUint(target: Buffer, position: number, value: number): void {
  let at = position;
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) target[at++] = 0x80 | (rest % 128);
  target[at] = rest;
}
