import type { Duplex } from 'node:stream';
import { frames } from '@hemicycle/collab/protocol';
import { CLOSE, type CloseCode, type StampedUser } from '@hemicycle/contracts';
import type { WebSocket } from 'ws';
import type { Admission } from '../authentication/gate';
import { readByTurns } from '../limits/readByTurns';
import { webSocketFrame } from '../protocol/webSocketFrame';
import { SocketWriter } from './SocketWriter';
import type { Services } from './services';
import type { Flushable } from './TickWriter';

/** After our close frame a peer that does not answer is cut off. Milliseconds. */
const CLOSE_GRACE_MS = 3_000;
/** Who is cut off has its close frame by then. Milliseconds. */
const CUT_OFF_MS = 500;

/** One editor's socket on one document. Owned by its room; knows nothing of other connections. */
export class DocumentConnection {
  readonly id: string;
  readonly admission: Admission;
  readonly writer: SocketWriter;
  readonly user: StampedUser;
  /** May this connection change the document. Fixed for its life: a change of role closes it. */
  readonly writes: boolean;
  /** Edit-carrying frames received, and the count last acknowledged as stored. */
  received = 0;
  acknowledged = 0;
  /** The Yjs client this connection speaks for in presence, once it said so. */
  presenceClient: number | null = null;
  closed = false;
  /** What waits for this connection together with others. */
  shared: Flushable | null = null;
  /** What was read of a message that is not complete yet, or nearly so. Bytes. */
  unfinishedBytes = 0;
  /** Reasons not to read on. */
  #pauses = 0;
  readonly #webSocket: WebSocket;
  readonly #services: Services;

  constructor(id: string, webSocket: WebSocket, socket: Duplex, admission: Admission, services: Services) {
    this.id = id;
    this.admission = admission;
    this.user = admission.user;
    this.writes = admission.writes;
    this.#webSocket = webSocket;
    this.#services = services;
    this.writer = new SocketWriter(webSocket, socket, services, {
      waitingLimit: services.limits.waitingBytes,
      onTooSlow: () => this.close(CLOSE.resync, 'too slow'),
    });
    services.unfinished.watch(this, socket);
    readByTurns(this, socket);
  }

  /** Reads no more until `resume` was called as often; who is closed is read for its own close frame. */
  pause(): void {
    if (this.#pauses++ === 0 && !this.closed) this.#webSocket.pause();
  }

  resume(): void {
    if (--this.#pauses === 0 && !this.closed) this.#webSocket.resume();
  }

  /** Tells that every edit of this connection up to `count` is stored. */
  acknowledge(count: number): void {
    if (count <= this.acknowledged) return;
    this.acknowledged = count;
    this.writer.send(webSocketFrame(frames.durable(count)));
  }

  /** Closes without reading on: what was read of an unfinished message is let go. */
  cutOff(code: CloseCode, reason: string): void {
    this.close(code, reason);
    this.#webSocket.pause();
    setTimeout(() => this.#webSocket.terminate(), CUT_OFF_MS).unref();
  }

  close(code: CloseCode, reason = ''): void {
    // Writing may find that it is too slow, which closes it as well.
    if (!this.closed) this.shared?.flush();
    if (this.closed) return;
    this.closed = true;
    this.writer.flush();
    this.#services.metrics.closed.inc({ code: String(code) });
    this.#webSocket.resume();
    this.#webSocket.close(code, reason);
    // A slow reader would never come to our close frame behind all that waits for it.
    setTimeout(() => this.#webSocket.terminate(), CLOSE_GRACE_MS).unref();
  }
}
