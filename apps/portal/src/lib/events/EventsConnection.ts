import type { EventsFrame, LiveEvent } from '@hemicycle/contracts';
import { CLOSE } from '@hemicycle/contracts/closeCodes';
import { ApiProblem } from '../ApiProblem';

export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'stopped';

export interface SocketHandlers {
  readonly onMessage: (data: unknown) => void;
  readonly onClose: (code: number) => void;
}

export interface EventsConnectionParts {
  /** A one-time ticket; rejects with ApiProblem. */
  readonly ticket: () => Promise<string>;
  /** Opens the socket; the handlers are called later, never from within. */
  readonly open: (ticket: string, handlers: SocketHandlers) => { close(): void };
  /** Runs later; returns how to call it off. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly random: () => number;
  readonly onEvent: (event: LiveEvent) => void;
  /** Something may have been missed: read anew. Also after the first connection, since the page was read before it. */
  readonly onReset: () => void;
  readonly onState: (state: ConnectionState) => void;
  /** The session is over. */
  readonly onSignedOut: () => void;
}

const firstDelayMs = 500;
/** A server that comes back after a crash should not wait for its browsers longer than this. */
const longestDelayMs = 20_000;

/**
 * The one socket of live events of a page. Each connection takes a new ticket; after a loss it comes back with
 * jittered backoff, for as long as the page lives.
 */
export class EventsConnection {
  readonly #parts: EventsConnectionParts;
  #socket: { close(): void } | null = null;
  #cancelRetry: (() => void) | null = null;
  #failures = 0;
  #generation = 0;
  #stopped = false;

  constructor(parts: EventsConnectionParts) {
    this.#parts = parts;
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#generation++;
    this.#cancelRetry?.();
    this.#socket?.close();
    this.#socket = null;
  }

  /** Comes back at once instead of at the end of the wait: the network is there again. */
  hurry(): void {
    if (this.#stopped || !this.#cancelRetry) return;
    this.#cancelRetry();
    this.#cancelRetry = null;
    void this.#connect();
  }

  async #connect(): Promise<void> {
    const generation = ++this.#generation;
    this.#parts.onState('connecting');
    try {
      const ticket = await this.#parts.ticket();
      if (generation !== this.#generation) return;
      this.#listen(ticket, generation);
    } catch (error) {
      if (generation !== this.#generation) return;
      if (error instanceof ApiProblem && error.status === 401) this.#end(true);
      else this.#retry();
    }
  }

  #listen(ticket: string, generation: number): void {
    this.#socket = this.#parts.open(ticket, {
      onMessage: (data) => {
        if (generation === this.#generation) this.#receive(parseFrame(data));
      },
      onClose: (code) => {
        if (generation !== this.#generation) return;
        this.#socket = null;
        if (code === CLOSE.signedOut) this.#end(true);
        else if (code === CLOSE.forbidden || code === CLOSE.notFound) this.#end(false);
        else this.#retry();
      },
    });
  }

  #receive(frame: EventsFrame | undefined): void {
    if (frame?.kind === 'hello') {
      this.#failures = 0;
      this.#parts.onState('open');
      this.#parts.onReset();
    } else if (frame?.kind === 'reset') this.#parts.onReset();
    else if (frame?.kind === 'event') this.#parts.onEvent(frame.event);
  }

  #end(signedOut: boolean): void {
    this.#stopped = true;
    this.#parts.onState('stopped');
    if (signedOut) this.#parts.onSignedOut();
  }

  #retry(): void {
    if (this.#stopped) return;
    this.#parts.onState('waiting');
    const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#failures++);
    this.#cancelRetry = this.#parts.schedule(
      () => {
        this.#cancelRetry = null;
        void this.#connect();
      },
      ceiling * (0.5 + this.#parts.random() / 2),
    );
  }
}

function parseFrame(data: unknown): EventsFrame | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data) as EventsFrame;
  } catch {
    return undefined;
  }
}
