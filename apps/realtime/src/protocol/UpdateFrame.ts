import { ByteWriter, SYNC } from '@hemicycle/collab/protocol';
import { FRAME } from '@hemicycle/contracts';
import { headBytes, writeHead } from './webSocketFrame';

/**
 * An update and the WebSocket frame that carries it, in the same bytes. They are its own: the update was copied out of
 * a socket's read buffer, and is no slice of Node's shared pool, where a few kept bytes would hold on to kilobytes.
 */
export class UpdateFrame {
  readonly frame: Buffer;
  readonly update: Uint8Array;

  constructor(update: Uint8Array) {
    const kind = new ByteWriter(12).varUint(FRAME.sync).varUint(SYNC.update).varUint(update.length).done();
    const length = kind.length + update.length;
    const head = headBytes(length);
    this.frame = Buffer.allocUnsafeSlow(head + length);
    writeHead(this.frame, length);
    this.frame.set(kind, head);
    this.frame.set(update, head + kind.length);
    this.update = this.frame.subarray(head + kind.length);
  }
}
