import { TUNNEL, type TunnelOpened } from '@hemicycle/contracts/tunnel';
import { UnconfirmedBytes } from '../../protocol/UnconfirmedBytes';
import { clientFrame } from './clientFrame';
import { FrameReader, type ReceivedFrame } from './FrameReader';
import { holdPull } from './holdPull';
import { BINARY, CLOSE, PING, PONG, TEXT } from './opcodes';
import { TunnelRequests } from './TunnelRequests';

export interface TunnelParts {
  readonly fetch: typeof fetch;
  readonly onOpen: () => void;
  readonly onMessage: (data: string | ArrayBuffer) => void;
  /** Once; 1006 when the connection broke or was never made. */
  readonly onClose: (code: number, reason: string) => void;
}

/** An answer that takes longer is lost. Milliseconds. */
const ANSWER_WITHIN = 25_000;
/** Between two pulls that may not wait at the server. Milliseconds. */
const BETWEEN_PULLS = 2_000;
const BROKEN = 1006;
const NO_CODE = 1005;
/** What a browser closes its sockets with when the page goes. */
const GOING_AWAY = 1001;

/**
 * A WebSocket whose bytes travel in HTTP requests: one that waits for what comes down, one at a time with what goes up.
 * Both directions count bytes, so that a request whose answer was lost is simply sent again.
 */
export class Tunnel {
  readonly #parts: TunnelParts;
  readonly #requests: TunnelRequests;
  readonly #frames = new FrameReader();
  readonly #up = new UnconfirmedBytes();
  readonly #session: { readonly url: string; readonly open: string };
  /** What the server gave for the session; null until it is open. */
  #key: string | null = null;
  #received = 0;
  #pushing = false;
  #ended = false;

  /** @param address the address of the WebSocket it stands for */
  constructor(address: string, parts: TunnelParts) {
    this.#parts = parts;
    this.#requests = new TunnelRequests(parts.fetch);
    this.#session = newSession(address);
    globalThis.addEventListener?.('pagehide', this.#onPageHide);
    this.#open().catch(() => this.#end(BROKEN));
  }

  send(data: string | Uint8Array): void {
    if (typeof data === 'string') this.#send(TEXT, new TextEncoder().encode(data));
    else this.#send(BINARY, data);
  }

  close(): void {
    this.#end(NO_CODE);
  }

  async #open(): Promise<void> {
    const answer = await this.#requests.once({ url: this.#session.open, withinMs: ANSWER_WITHIN });
    const opened = answer.status === 200 ? readOpened(answer.bytes) : null;
    if (!opened) return this.#end(BROKEN);
    if ('refused' in opened) return this.#end(opened.refused);
    this.#key = opened.key;
    this.#parts.onOpen();
    while (!this.#ended) await holdPull((mayWait) => this.#pull(mayWait));
  }

  async #pull(mayWait: boolean): Promise<void> {
    if (this.#key === null || this.#ended) return;
    const answer = await this.#requests.persist({
      url: `${this.#session.url}?from=${this.#received}${mayWait ? '' : '&now'}`,
      key: this.#key,
      withinMs: TUNNEL.pullMs + ANSWER_WITHIN,
    });
    if (answer.status !== 200) return this.#end(BROKEN);
    this.#received += answer.bytes.length;
    for (const frame of this.#frames.feed(answer.bytes)) this.#receive(frame);
    if (!mayWait && answer.bytes.length === 0) await this.#requests.pause(BETWEEN_PULLS);
  }

  #receive({ opcode, payload }: ReceivedFrame): void {
    if (this.#ended) return;
    if (opcode === BINARY) this.#deliver(payload.buffer);
    else if (opcode === TEXT) this.#deliver(new TextDecoder().decode(payload));
    else if (opcode === PING) this.#send(PONG, payload);
    else if (opcode === CLOSE) {
      const code = payload.length < 2 ? NO_CODE : new DataView(payload.buffer).getUint16(0);
      this.#end(code, new TextDecoder().decode(payload.subarray(2)));
    }
  }

  /** A listener's fault is told as every other on the page, and does not break the connection. */
  #deliver(data: string | ArrayBuffer): void {
    try {
      this.#parts.onMessage(data);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }

  #send(opcode: number, payload: Uint8Array): void {
    if (this.#ended) return;
    this.#up.append(clientFrame(opcode, payload));
    this.#push().catch(() => this.#end(BROKEN));
  }

  async #push(): Promise<void> {
    if (this.#pushing) return;
    this.#pushing = true;
    // What is sent in one go travels together.
    await Promise.resolve();
    while (this.#key !== null && !this.#ended && !this.#up.isEmpty) {
      const at = this.#up.start;
      const body = this.#up.read(TUNNEL.bodyBytes);
      const url = `${this.#session.url}?at=${at}`;
      const post = { url, key: this.#key, body, withinMs: ANSWER_WITHIN };
      const { status } = await this.#requests.persist(post);
      if (status !== 204) return this.#end(BROKEN);
      this.#up.confirm(at + body.length);
    }
    this.#pushing = false;
  }

  readonly #onPageHide = (): void => this.#end(GOING_AWAY);

  /** Over for good. The server is told, with what it has not confirmed: it may be the last that is heard of this page. */
  #end(code: number, reason = ''): void {
    if (this.#ended) return;
    this.#ended = true;
    globalThis.removeEventListener?.('pagehide', this.#onPageHide);
    if (this.#key !== null && code !== BROKEN) {
      const url = `${this.#session.url}?at=${this.#up.start}&end`;
      this.#requests.end({ url, key: this.#key, body: this.#up.read(TUNNEL.bodyBytes) });
    } else this.#requests.end();
    this.#parts.onClose(code, reason);
  }
}

/** Null when it is not what our server says: a proxy's own page, for example. */
function readOpened(bytes: Uint8Array): TunnelOpened | null {
  let told: unknown;
  try {
    told = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  if ('refused' in told && typeof told.refused === 'number') return { refused: told.refused };
  return 'key' in told && typeof told.key === 'string' ? { key: told.key } : null;
}

/** Where a new session is spoken to and opened, by the address of the WebSocket it stands for. */
function newSession(address: string): { url: string; open: string } {
  const url = new URL(address);
  url.protocol = url.protocol.replace('ws', 'http');
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const path = `${TUNNEL.path}/${id}`;
  url.pathname = url.pathname.replace('/realtime', path);
  return { url: new URL(path, url).href, open: url.href };
}
