import { CLOSE, type DocumentNotice } from '@hemicycle/contracts';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Transport } from '../socket/SocketChoice';
import { createEmitter } from './createEmitter';
import { DocumentLink } from './DocumentLink';
import type { DocumentStatus } from './documentStatus';
import { reconnectDelay } from './reconnectDelay';

/** What a ticket must tell to connect with it (contracts `Ticket`). */
export interface DocumentTicket {
  readonly ticket: string;
  /** The document's current life; a copy of an earlier one is refused. */
  readonly epoch: number | null;
}

/** A copy of the document as it was found on this device. */
export interface LoadedCopy {
  /** The life of the document it belongs to; of another one it is refused. */
  readonly epoch: number;
  /** It once had everything the server had: its text may be shown as the document's. */
  readonly complete: boolean;
  /** It holds edits that are not known to be stored. */
  readonly unsaved: boolean;
}

export interface ConnectDocumentOptions {
  readonly documentId: string;
  readonly doc: Y.Doc;
  /** Made when absent, and then destroyed with the connection. */
  readonly awareness?: Awareness;
  /** Fetches a one-time ticket; called for each attempt. Reject with `closeWith(code)` to say that it is final. */
  readonly ticket: () => Promise<DocumentTicket>;
  /** Origin of the socket, for example `wss://hemicycle.example`. */
  readonly socketOrigin: string;
  /** What `doc` holds already: a copy of this device, loaded before. */
  readonly copy?: LoadedCopy | undefined;
  /** What to connect with, for example `createFallbackSocket()`; the browser's own otherwise. */
  readonly WebSocket?: typeof WebSocket;
}

export interface DocumentHandle {
  readonly awareness: Awareness;
  readonly status: DocumentStatus;
  /** How the connection travels: `http` where WebSockets are blocked. Changes with the status, never alone. */
  readonly transport: Transport;
  /** The server's last word does not forbid this person to write. `onStatus` tells of its changes, too. */
  readonly writes: boolean;
  /** Everything the server has was received at least once, now or into the copy: until then the text must not be shown as the document. */
  readonly synced: boolean;
  /** Connected, and everything the server has was received on this connection. */
  readonly isCurrent: boolean;
  /** Some of this browser's edits are not known to be stored: ask before the page is left. */
  hasUnsaved(): boolean;
  /** Called at once with the present status, and then on every change. Returns what ends it. */
  onStatus(listener: (status: DocumentStatus) => void): () => void;
  onSynced(listener: () => void): () => void;
  /** The connection ended for good: signed out (4401), no access (4403), gone (4404), stale copy (4409), too large (4413). */
  onClosed(listener: (code: number) => void): () => void;
  onNotice(listener: (notice: DocumentNotice) => void): () => void;
  /** Tries now instead of after the present delay. */
  retry(): void;
  destroy(): void;
}

/** Reject `ticket()` with this when no ticket will ever come: nobody is signed in, or access was lost. */
export class TicketRefused extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`ticket refused (${code})`);
    this.name = 'TicketRefused';
    this.code = code;
  }
}

/** Attempts with a fresh ticket that is refused each time are a fault, not bad luck. */
const MOST_REFUSED_TICKETS = 5;
/** 1009: the frame was too large even to be read. */
const FRAME_TOO_BIG = 1009;

const isFinal = (code: number): boolean => (code >= 4400 && code < 4500) || code === FRAME_TOO_BIG;

/**
 * Connects a Y.Doc with its document on the server and keeps it connected: a new one-time ticket for every attempt,
 * waiting longer and with jitter after each failure, at once when the browser is online again.
 */
export function connectDocument(options: ConnectDocumentOptions): DocumentHandle {
  const connection = new DocumentReconnection(options);
  connection.start();
  return connection;
}

class DocumentReconnection implements DocumentHandle {
  readonly awareness: Awareness;
  readonly #options: ConnectDocumentOptions;
  readonly #link: DocumentLink;
  readonly #closed = createEmitter<number>();
  #attempt = 0;
  #refusedTickets = 0;
  #epoch: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #ended = false;

  constructor(options: ConnectDocumentOptions) {
    this.#options = options;
    this.awareness = options.awareness ?? new Awareness(options.doc);
    this.#link = new DocumentLink({
      ...options,
      awareness: this.awareness,
      onDown: (code) => this.#down(code),
      onSynced: () => {
        this.#attempt = 0;
        this.#refusedTickets = 0;
      },
    });
    if (options.copy) this.#begin(options.copy);
  }

  start(): void {
    if (typeof window !== 'undefined') {
      window.addEventListener('online', this.#online);
      window.addEventListener('offline', this.#offline);
    }
    void this.#connect();
  }

  get status(): DocumentStatus {
    return this.#link.state.status;
  }

  get transport(): Transport {
    return this.#link.transport;
  }

  get writes(): boolean {
    return this.#link.state.writes;
  }

  get synced(): boolean {
    return this.#link.everSynced;
  }

  get isCurrent(): boolean {
    return this.#link.state.isCurrent;
  }

  hasUnsaved(): boolean {
    return this.#link.state.hasUnsaved;
  }

  onStatus(listener: (status: DocumentStatus) => void): () => void {
    listener(this.status);
    return this.#link.state.onStatus(listener);
  }

  onSynced(listener: () => void): () => void {
    if (this.synced) listener();
    return this.#link.onFirstSync(listener);
  }

  onClosed(listener: (code: number) => void): () => void {
    return this.#closed.on(listener);
  }

  onNotice(listener: (notice: DocumentNotice) => void): () => void {
    return this.#link.onNotice(listener);
  }

  retry(): void {
    clearTimeout(this.#timer);
    void this.#connect();
  }

  destroy(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    if (typeof window !== 'undefined') {
      window.removeEventListener('online', this.#online);
      window.removeEventListener('offline', this.#offline);
    }
    this.#link.destroy();
    if (!this.#options.awareness) this.awareness.destroy();
  }

  readonly #online = (): void => this.retry();
  readonly #offline = (): void => this.#link.drop();

  #begin({ epoch, complete, unsaved }: LoadedCopy): void {
    this.#epoch = epoch;
    this.#link.everSynced = complete;
    if (unsaved) this.#link.state.edited();
  }

  async #connect(): Promise<void> {
    if (this.#ended || this.#asking || this.#link.isUp) return;
    this.#asking = true;
    this.#link.state.connecting();
    try {
      const { ticket, epoch } = await this.#options.ticket();
      this.#asking = false;
      if (this.#ended) return;
      this.#epoch ??= epoch;
      if (epoch !== null && epoch !== this.#epoch) this.#end(CLOSE.staleEpoch);
      else this.#link.open(ticket, this.#epoch);
    } catch (error) {
      this.#asking = false;
      if (error instanceof TicketRefused) this.#end(error.code);
      else this.#later();
    }
  }

  #down(code: number | null): void {
    if (this.#ended) return;
    if (code === CLOSE.ticketRefused && ++this.#refusedTickets >= MOST_REFUSED_TICKETS) {
      this.#end(CLOSE.signedOut);
    } else if (code !== null && isFinal(code)) {
      this.#end(code === FRAME_TOO_BIG ? CLOSE.tooLarge : code);
    } else this.#later(code === CLOSE.accessChanged);
  }

  #later(roleChanged = false): void {
    if (this.#ended) return;
    this.#link.state.down(roleChanged);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), reconnectDelay(this.#attempt++));
  }

  #end(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#link.close();
    this.#closed.emit(code);
  }
}
