import type { SocketChoice, Transport } from './SocketChoice';

/** What carries a connection: a WebSocket, or a Tunnel. */
interface Carrier {
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface FallbackParts {
  readonly choice: SocketChoice;
  /** For tests under Node; the browser's own otherwise. */
  readonly WebSocket?: typeof WebSocket;
  readonly fetch?: typeof fetch;
}

/** A WebSocket that is not open by then is taken for one that never will be: some proxies swallow it. Milliseconds. */
const OPEN_WITHIN = 6_000;
/** What a browser says of a connection that broke. */
const BROKEN = 1006;

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/**
 * As much of a WebSocket as y-websocket and our events use, over whatever gets through: see `SocketChoice`. The tunnel's
 * code is loaded when it is needed. When a WebSocket cannot be opened the tunnel is tried with the same ticket: no
 * server saw it.
 */
export class FallbackSocket {
  binaryType: BinaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: string | ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly CONNECTING = CONNECTING;
  readonly OPEN = OPEN;
  readonly CLOSING = CLOSING;
  readonly CLOSED = CLOSED;
  readonly url: string;
  readyState: number = CONNECTING;
  transport: Transport = 'socket';
  readonly #parts: FallbackParts;
  #carrier: Carrier | null = null;

  constructor(address: string | URL, parts: FallbackParts) {
    this.url = String(address);
    this.#parts = parts;
    if (parts.choice.first() === 'socket') this.#trySocket();
    else void this.#tryTunnel();
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.readyState === OPEN) this.#carrier?.send(data);
  }

  close(): void {
    if (this.readyState >= CLOSING) return;
    this.readyState = CLOSING;
    if (this.#carrier) this.#carrier.close();
    else this.#closed(BROKEN, '');
  }

  #trySocket(): void {
    const socket = new (this.#parts.WebSocket ?? WebSocket)(this.url);
    socket.binaryType = 'arraybuffer';
    this.#carrier = socket;
    const failed = (): void => {
      clearTimeout(timer);
      socket.onopen = null;
      socket.onclose = null;
      socket.close();
      if (this.readyState !== CONNECTING) this.#closed(BROKEN, '');
      else if (this.#parts.choice.socketFailed()) void this.#tryTunnel();
      else this.#closed(BROKEN, '');
    };
    const timer = setTimeout(failed, OPEN_WITHIN);
    socket.onopen = () => {
      clearTimeout(timer);
      this.#parts.choice.socketOpened();
      socket.onclose = ({ code, reason }) => this.#closed(code, reason);
      this.#opened('socket');
    };
    socket.onmessage = ({ data }: { data: string | ArrayBuffer }) => this.onmessage?.({ data });
    socket.onclose = failed;
    // A close follows each error; only tells Node that it is heard.
    socket.onerror = () => undefined;
  }

  async #tryTunnel(): Promise<void> {
    this.#carrier = null;
    const { choice } = this.#parts;
    const loaded = await import('./tunnel/Tunnel').catch(() => null);
    if (this.readyState !== CONNECTING) return;
    if (!loaded) return this.#closed(BROKEN, '');
    const tunnel = new loaded.Tunnel(this.url, {
      fetch: this.#parts.fetch ?? fetch.bind(globalThis),
      onOpen: () => {
        if (choice.httpAnswered()) this.#opened('http');
        else {
          this.#closed(BROKEN, '');
          tunnel.close();
        }
      },
      onMessage: (data) => this.onmessage?.({ data }),
      onClose: (code, reason) => {
        if (this.readyState === CONNECTING && code === BROKEN) choice.httpFailed();
        else if (this.readyState === CONNECTING) choice.httpAnswered();
        this.#closed(code, reason);
      },
    });
    this.#carrier = tunnel;
  }

  #opened(transport: Transport): void {
    if (this.readyState !== CONNECTING) return;
    this.transport = transport;
    this.readyState = OPEN;
    this.onopen?.();
  }

  #closed(code: number, reason: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.onclose?.({ code, reason });
  }
}
