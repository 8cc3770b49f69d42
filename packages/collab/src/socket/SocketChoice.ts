/** How a connection travels: as a WebSocket, or as its bytes in HTTP requests. */
export type Transport = 'socket' | 'http';

/** A network that lets no WebSocket through may be left, or mended: one is tried again after this. Milliseconds. */
const SOCKET_AGAIN = 5 * 60_000;
/** Where sockets worked before, a single failure is rather a fault that passes. */
const FAILURES_WHERE_IT_WORKED = 3;

export interface ChoiceParts {
  readonly now: () => number;
  /** Outlives a reload of the tab, so that a network known to swallow WebSockets costs its patience once. */
  readonly memory: { get(): string | null; set(value: string | null): void };
}

/**
 * Which way the connections of a tab go; documents and events share one. A WebSocket first; HTTP once WebSockets fail
 * to open while HTTP reaches the server. A server that is down answers neither way, and is not taken for a blocked
 * WebSocket.
 */
export class SocketChoice {
  readonly #parts: ChoiceParts;
  #http = false;
  /** The server was not reached over HTTP either, when last tried. */
  #away = false;
  #everOpened = false;
  #failures = 0;
  /** When a WebSocket was last tried. */
  #triedAt = 0;

  constructor(parts: ChoiceParts) {
    this.#parts = parts;
    const remembered = Number(parts.memory.get() ?? Number.NaN);
    if (!(parts.now() - remembered < SOCKET_AGAIN)) return;
    this.#http = true;
    this.#triedAt = remembered;
  }

  /** What a new connection begins with. */
  first(): Transport {
    const now = this.#parts.now();
    if (this.#http && now - this.#triedAt < SOCKET_AGAIN) return 'http';
    this.#triedAt = now;
    return 'socket';
  }

  socketOpened(): void {
    this.#everOpened = true;
    this.#failures = 0;
    this.#http = false;
    this.#away = false;
    this.#parts.memory.set(null);
  }

  /** A WebSocket closed before it opened, or did not open in time. True: try HTTP in its place. */
  socketFailed(): boolean {
    this.#failures++;
    return this.#failures >= (this.#everOpened ? FAILURES_WHERE_IT_WORKED : 1);
  }

  /**
   * The server was reached over HTTP where the WebSocket failed, whatever it answered. False: it was away until now, so
   * the WebSocket that failed says nothing; try another.
   */
  httpAnswered(): boolean {
    const wasAway = this.#away;
    this.#away = false;
    if (wasAway) return false;
    this.#http = true;
    this.#parts.memory.set(String(this.#triedAt));
    return true;
  }

  /** Nor is the server reached over HTTP. What is known of the network stays known. */
  httpFailed(): void {
    this.#away = !this.#http;
  }
}
