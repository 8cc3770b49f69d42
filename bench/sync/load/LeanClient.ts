import { connect, type Socket } from 'node:net';
import { ByteReader } from '@hemicycle/collab/protocol';
import { scanUpdate } from '../../../apps/realtime/src/protocol/scanUpdate';
import { clientFrame } from './clientFrame';
import { askForAll, greeting, haveNothing, KIND, prefixLength } from './dialects';
import { FrameReader, type FrameSink } from './FrameReader';
import type { LatencyCounts } from './LatencyCounts';
import type { ClientOrder } from './orders';
import type { Typist } from './Typist';

/** What the clients of one generator process share. */
export interface Crowded {
  /** By Yjs client id. */
  readonly typists: ReadonlyMap<number, Typist>;
  readonly texts: LatencyCounts;
  readonly acknowledged: LatencyCounts;
  /** While true, everybody looks into every update, not only those who measure. */
  allLook: boolean;
  /** One read buffer for all sockets: a chunk is used up before the next is read. */
  readonly buffer: Buffer;
}

const STEP1 = 0;
const STEP2 = 1;
const UPDATE = 2;

/** One person's connection, reduced to what measuring needs: raw socket, headers read, updates looked into by some. */
export class LeanClient implements FrameSink {
  readonly order: ClientOrder;
  readonly typist: Typist | null;
  /** Updates of the document as they came, when this client keeps them. */
  readonly kept: Buffer[] = [];
  /** For each other typist seen: the clock up to which their text has arrived. */
  readonly seen = new Map<number, number>();
  deliveries = 0;
  updateFrames = 0;
  closedWith: number | null = null;
  synced = false;
  acknowledgedEdits = 0;
  /** `performance.now()` when it began to connect. */
  joinStarted = 0;
  /** When each frame with edits was sent; NaN where nobody asks. */
  readonly edits: number[] = [];
  readonly #shared: Crowded;
  readonly #reader: FrameReader;
  readonly #prefix: number;
  #socket: Socket | null = null;
  #onSynced: () => void = () => undefined;
  #onClosed: (error: Error) => void = () => undefined;
  #response: Buffer | null = Buffer.alloc(0);

  constructor(order: ClientOrder, typist: Typist | null, shared: Crowded) {
    this.order = order;
    this.typist = typist;
    this.#shared = shared;
    this.#prefix = prefixLength(order.address);
    this.#reader = new FrameReader(this, order.keep);
  }

  get bytes(): number {
    return this.#reader.bytes;
  }

  /** Resolves when the document was received completely, with how long that took in milliseconds. */
  join(): Promise<number> {
    const { port, path } = this.order.address;
    const started = performance.now();
    this.joinStarted = started;
    return new Promise((resolve, reject) => {
      this.#onSynced = () => {
        this.synced = true;
        resolve(performance.now() - started);
      };
      this.#onClosed = reject;
      const socket = connect({
        port,
        host: '127.0.0.1',
        noDelay: true,
        onread: {
          buffer: this.#shared.buffer,
          callback: (length, buffer) => {
            this.#receive(buffer as Buffer, length);
            return true;
          },
        },
      });
      this.#socket = socket;
      socket.on('error', (error) => this.#end(error));
      socket.on('close', () => this.#end(new Error(`closed with ${this.closedWith ?? 'no code'}`)));
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
      );
    });
  }

  send(frame: Buffer): void {
    this.#socket?.write(frame);
  }

  /** Sends a frame with edits. */
  edit(frame: Buffer, at: number): void {
    this.edits.push(at);
    this.send(frame);
  }

  leave(): void {
    this.#onClosed = () => undefined;
    const socket = this.#socket;
    this.#socket = null;
    socket?.destroy();
  }

  #end(error: Error): void {
    if (this.#socket) this.closedWith ??= 1006;
    this.#onClosed(error);
  }

  #receive(buffer: Buffer, length: number): void {
    if (this.#response === null) {
      this.#reader.push(buffer, length);
      return;
    }
    const response = Buffer.concat([this.#response, buffer.subarray(0, length)]);
    const end = response.indexOf('\r\n\r\n');
    if (end < 0) {
      this.#response = response;
      return;
    }
    this.#response = null;
    if (!response.subarray(0, 12).toString().endsWith(' 101')) {
      this.#onClosed(new Error(response.subarray(0, end).toString()));
      return;
    }
    const hello = greeting(this.order.address);
    if (hello) this.send(clientFrame(hello));
    else this.#onSynced();
    if (response.length > end + 4) this.#reader.push(response.subarray(end + 4), response.length - end - 4);
  }

  message(bytes: Buffer, start: number, end: number): void {
    const at = start + this.#prefix;
    const kind = bytes[at];
    if (kind === KIND.sync || kind === KIND.syncReply) this.#sync(bytes, at, end);
    else if (kind === KIND.durable && this.order.address.dialect === 'yjs') this.#durable(bytes, at, end);
    else if (kind === KIND.auth && this.order.address.dialect === 'hocuspocus') {
      this.send(clientFrame(askForAll(this.order.address)));
    }
  }

  #sync(bytes: Buffer, at: number, end: number): void {
    const kind = bytes[at + 1];
    if (kind === UPDATE) {
      this.updateFrames++;
      if (this.order.keep) this.#keep(bytes, at, end);
      if (this.order.probe || this.#shared.allLook) this.#look(bytes, at, end);
    } else if (kind === STEP2) {
      if (this.order.keep) this.#keep(bytes, at, end);
      if (!this.synced) this.#onSynced();
    } else if (kind === STEP1 && this.order.address.dialect !== 'relay') {
      this.edit(clientFrame(haveNothing(this.order.address)), Number.NaN);
    }
  }

  #keep(bytes: Buffer, at: number, end: number): void {
    this.kept.push(Buffer.from(new ByteReader(bytes.subarray(at + 2, end)).varBytes()));
  }

  /** Whose text an update holds, and how long that took. */
  #look(bytes: Buffer, at: number, end: number): void {
    const now = performance.now();
    const { typists, texts } = this.#shared;
    const { runs } = scanUpdate(new ByteReader(bytes.subarray(at + 2, end)).varBytes());
    for (let i = 0; i < runs.length; i += 3) {
      const client = runs[i] as number;
      const typist = typists.get(client);
      if (!typist || typist === this.typist) continue;
      const to = runs[i + 2] as number;
      // Merged frames may tell again what came before.
      const from = Math.max(runs[i + 1] as number, this.seen.get(client) ?? 0);
      for (let clock = from; clock < to; clock++) {
        const sent = typist.sentAt[clock];
        if (sent === undefined || Number.isNaN(sent)) continue;
        this.deliveries++;
        // Others look only whether everything is there in the end.
        if (this.order.probe) texts.add(now - sent);
      }
      if (to > from) this.seen.set(client, to);
    }
  }

  #durable(bytes: Buffer, at: number, end: number): void {
    const count = new ByteReader(bytes.subarray(at + 1, end)).varUint();
    const now = performance.now();
    for (let i = this.acknowledgedEdits; i < count; i++) {
      const sent = this.edits[i];
      if (sent !== undefined && !Number.isNaN(sent)) this.#shared.acknowledged.add(now - sent);
    }
    this.acknowledgedEdits = count;
  }

  large(head: Buffer): void {
    const kind = head[this.#prefix + 1];
    const sync = head[this.#prefix] === KIND.sync || head[this.#prefix] === KIND.syncReply;
    if (sync && kind === UPDATE) this.updateFrames++;
    if (sync && kind === STEP2 && !this.synced) this.#onSynced();
  }

  ping(payload: Buffer): void {
    this.send(clientFrame(payload, 10));
  }

  closed(code: number): void {
    this.closedWith = code;
  }
}
