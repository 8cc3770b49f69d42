import { carriesEdits, readFrame } from '@hemicycle/collab/protocol';
import { connectDocument, type DocumentHandle } from '@hemicycle/collab/provider';
import { WebSocket as NodeWebSocket } from 'ws';
import * as Y from 'yjs';
import type { House, Resident } from '../createHouse';
import { PUBLIC_ORIGIN } from '../startServerProcess';
import { Content } from './Content';
import { editRandomly, LOCAL, type Random } from './editRandomly';
import type { Ledger } from './Ledger';

export interface ChaosEditorOptions {
  readonly name: string;
  readonly house: House;
  readonly person: Resident;
  readonly writes: boolean;
  readonly documentId: string;
  readonly ledger: Ledger;
  /** Origin of the node the next socket goes to, as a balancer would choose. */
  readonly node: () => string;
  readonly broken: (violation: string) => void;
  /** What a browser kept of the document, when it was closed and is opened again. */
  readonly kept?: { state: Uint8Array; own: Content };
}

/** One person with the document open, through the product's own provider, and everything they were promised. */
export interface ChaosEditor {
  readonly options: ChaosEditorOptions;
  readonly doc: Y.Doc;
  readonly handle: DocumentHandle;
  /** Everything this person wrote. */
  readonly own: Content;
  /** Away: nothing connects until it is false again. */
  offline: boolean;
  /** Frames acknowledged so far. */
  acknowledged: number;
  edit(random: Random): void;
  /** The socket at present, to cut it or to read it no more. */
  socket(): NodeWebSocket | null;
  closedWith(): number | null;
  close(): void;
}

export function openChaosEditor(options: ChaosEditorOptions): ChaosEditor {
  const { house, person, documentId, ledger, kept, broken } = options;
  const doc = new Y.Doc();
  if (kept) Y.applyUpdate(doc, kept.state, 'kept');
  const own = new Content();
  if (kept) own.addAll(kept.own);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === LOCAL) own.add(update);
  });
  const state = {
    offline: false,
    acknowledged: 0,
    socket: null as NodeWebSocket | null,
    closed: null as number | null,
  };
  const handle = connectDocument({
    documentId,
    doc,
    socketOrigin: 'ws://node.example',
    ticket: async () => {
      if (state.offline) throw new Error('offline');
      return { ticket: await house.ticket(person, documentId), epoch: 1 };
    },
    WebSocket: watchedSocket(
      options,
      (socket) => {
        state.socket = socket;
      },
      (frames) => {
        state.acknowledged += frames;
      },
    ) as unknown as typeof WebSocket,
  });
  handle.onClosed((code) => {
    state.closed = code;
    broken(`${options.name} was closed for good with ${code}`);
  });
  handle.onStatus((status) => {
    if (status !== 'saved') return;
    ledger.promised(documentId).addAll(own);
    ledger.auditSoon(documentId);
  });
  return {
    options,
    doc,
    handle,
    own,
    get offline() {
      return state.offline;
    },
    set offline(value) {
      state.offline = value;
      if (value) state.socket?.terminate();
      else handle.retry();
    },
    get acknowledged() {
      return state.acknowledged;
    },
    edit: (random) => {
      const before = Y.encodeStateVector(doc);
      editRandomly(random, doc);
      const changed = Buffer.compare(before, Y.encodeStateVector(doc)) !== 0;
      if (changed && handle.status === 'saved') broken(`${options.name} says saved right after an edit`);
    },
    socket: () => state.socket,
    closedWith: () => state.closed,
    close: () => {
      handle.destroy();
      doc.destroy();
    },
  };
}

/** A socket that notes what was sent in each counted frame, and what of it was acknowledged. */
function watchedSocket(
  { documentId, ledger, node, writes, name, broken }: ChaosEditorOptions,
  opened: (socket: NodeWebSocket) => void,
  acknowledged: (frames: number) => void,
): new (
  address: string | URL,
) => NodeWebSocket {
  return class extends NodeWebSocket {
    readonly #sent: Content[] = [];
    #acknowledged = 0;

    constructor(address: string | URL) {
      const { pathname, search } = new URL(address);
      super(`${node()}${pathname}${search}`, { origin: PUBLIC_ORIGIN });
      opened(this);
      this.on('message', (data: Buffer | ArrayBuffer) => this.#hear(new Uint8Array(data)));
    }

    override send(data: Parameters<NodeWebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && carriesEdits(data)) {
        const frame = readFrame(data);
        if (frame.kind === 'update' || frame.kind === 'step2')
          this.#sent.push(new Content().add(frame.update));
      }
      super.send(data);
    }

    #hear(data: Uint8Array): void {
      const frame = readFrame(data);
      if (frame.kind !== 'durable') return;
      if (!writes) broken(`${name} may only read and was acknowledged something`);
      if (frame.count > this.#sent.length) broken(`${name} was acknowledged more than it sent`);
      acknowledged(frame.count - this.#acknowledged);
      for (; this.#acknowledged < frame.count; this.#acknowledged++) {
        const content = this.#sent[this.#acknowledged];
        if (content) ledger.promised(documentId).addAll(content);
      }
      ledger.auditSoon(documentId);
    }
  };
}
