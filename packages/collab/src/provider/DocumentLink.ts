import type { DocumentNotice } from '@hemicycle/contracts';
import { FRAME } from '@hemicycle/contracts';
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { transportOf } from '../socket/createFallbackSocket';
import type { Transport } from '../socket/SocketChoice';
import { countingWebSocket } from './countingWebSocket';
import { createEmitter } from './createEmitter';
import { presenceOfOneself } from './presenceOfOneself';
import { SaveState } from './SaveState';

export interface DocumentLinkOptions {
  readonly documentId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly socketOrigin: string;
  readonly WebSocket?: typeof WebSocket;
  /** The socket is gone; the code when the server closed it. */
  readonly onDown: (code: number | null) => void;
  readonly onSynced: () => void;
}

/** Long enough that y-websocket's own attempt never comes: each attempt needs a new ticket. */
const NEVER = 2 ** 31 - 1;

/**
 * One y-websocket provider under our control: we say when it connects (a ticket opens one socket), hear what it sends
 * (to know what is stored), and have it send only our own presence. Tabs do not share edits past the server:
 * BroadcastChannel would show edits as known that nobody acknowledged.
 */
export class DocumentLink {
  readonly state = new SaveState();
  everSynced = false;
  /** How the present connection travels, or the last one did. */
  transport: Transport = 'socket';
  readonly #provider: WebsocketProvider;
  readonly #options: DocumentLinkOptions;
  readonly #notices = createEmitter<DocumentNotice>();
  readonly #firstSync = createEmitter<void>();
  readonly #stopPresence: () => void;

  constructor(options: DocumentLinkOptions) {
    this.#options = options;
    const { doc, awareness, documentId, socketOrigin } = options;
    const provider = new WebsocketProvider(`${socketOrigin}/realtime/documents`, documentId, doc, {
      connect: false,
      awareness,
      disableBc: true,
      maxBackoffTime: NEVER,
      shouldReconnect: () => false,
      WebSocketPolyfill: countingWebSocket(options.WebSocket ?? WebSocket, (answer) =>
        this.state.sent(answer),
      ),
    });
    this.#provider = provider;
    this.#stopPresence = presenceOfOneself(provider);
    provider.messageHandlers[FRAME.durable] = (_encoder, decoder) => {
      this.state.acknowledged(decoding.readVarUint(decoder));
    };
    provider.messageHandlers[FRAME.notice] = (_encoder, decoder) => {
      this.#hear(JSON.parse(decoding.readVarString(decoder)) as DocumentNotice);
    };
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      this.transport = transportOf(provider.ws);
      this.state.opened();
    });
    provider.on('connection-close', (event) => {
      provider.shouldConnect = false;
      options.onDown(event?.code ?? null);
    });
    provider.on('sync', (synced: boolean) => {
      if (synced) this.#synced();
    });
    doc.on('update', this.#onUpdate);
  }

  get isUp(): boolean {
    return this.#provider.ws !== null;
  }

  open(ticket: string, epoch: number | null): void {
    const provider = this.#provider;
    provider.params = { ticket, ...(epoch === null ? {} : { epoch: String(epoch) }) };
    // Others forgot us when the last socket closed; only a higher clock is believed again.
    const { awareness } = this.#options;
    const mine = awareness.getLocalState();
    if (mine !== null) awareness.setLocalState(mine);
    provider.connect();
  }

  /** Gives the socket up; the same as if it had broken. */
  drop(): void {
    if (this.isUp) this.#provider.disconnect();
  }

  /** Ends for good, as seen from the server. */
  close(): void {
    this.state.closed();
    if (this.isUp) this.#provider.disconnect();
  }

  onNotice(listener: (notice: DocumentNotice) => void): () => void {
    return this.#notices.on(listener);
  }

  onFirstSync(listener: () => void): () => void {
    return this.#firstSync.on(listener);
  }

  destroy(): void {
    this.#options.doc.off('update', this.#onUpdate);
    this.#stopPresence();
    this.#provider.destroy();
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#provider) this.state.edited();
  };

  #hear(notice: DocumentNotice): void {
    if (notice.kind === 'hello') this.state.role(notice.role);
    if (notice.kind === 'store') this.state.storeFailing(notice.state === 'failing');
    this.#notices.emit(notice);
  }

  #synced(): void {
    this.state.synced();
    this.#options.onSynced();
    if (this.everSynced) return;
    this.everSynced = true;
    this.#firstSync.emit();
  }
}
