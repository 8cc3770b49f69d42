import { CLOSE, type CloseCode, type EventsFrame } from '@hemicycle/contracts';
import type { WebSocket } from 'ws';
import type { AccountActor } from '../authentication/gate';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';

/** After our close frame a peer that does not answer is cut off. Milliseconds. */
const CLOSE_GRACE_MS = 3_000;
/** Against a browser that stops reading: it is told to come back and read anew. Bytes. */
const WAITING_BYTES = 512 * 1024;

/** One browser's events socket: which spaces it hears, and what is held back while that is being read anew. */
export class EventsConnection {
  readonly actor: AccountActor;
  closed = false;
  /** Raised whenever the spaces are about to be read anew; an answer to an older question is not used. */
  version = 0;
  #spaces: ReadonlySet<string> = new Set();
  #held: { spaceId: string | null; text: string }[] | null = null;
  #overflowed = false;
  readonly #webSocket: WebSocket;
  readonly #limits: RealtimeLimits;
  readonly #metrics: RealtimeMetrics;

  constructor(webSocket: WebSocket, actor: AccountActor, limits: RealtimeLimits, metrics: RealtimeMetrics) {
    this.#webSocket = webSocket;
    this.actor = actor;
    this.#limits = limits;
    this.#metrics = metrics;
  }

  /** An event of a space (heard by who may read it), or one for this person (null). */
  deliver(spaceId: string | null, text: string): void {
    if (this.#held) {
      if (this.#held.length < this.#limits.heldEvents) this.#held.push({ spaceId, text });
      else this.#overflowed = true;
    } else if (spaceId === null || this.#spaces.has(spaceId)) this.#write(text);
  }

  /** From now on events wait; returns the version to release with. */
  hold(): number {
    this.#held ??= [];
    return ++this.version;
  }

  /** The spaces are known: what waited is delivered by them. `tells`: the browser reads anew when they differ. */
  release(version: number, spaces: ReadonlySet<string>, tells = false): void {
    if (version !== this.version) return;
    if (tells) this.setSpaces(spaces);
    else this.#spaces = spaces;
    const held = this.#held ?? [];
    this.#held = null;
    if (this.#overflowed) {
      this.#overflowed = false;
      this.send({ kind: 'reset' });
    } else for (const { spaceId, text } of held) this.deliver(spaceId, text);
  }

  /** What a timed re-check found; the browser reads anew when it differs from what was known. */
  setSpaces(spaces: ReadonlySet<string>): void {
    const known = this.#spaces;
    this.#spaces = spaces;
    if (known.size !== spaces.size || [...known].some((id) => !spaces.has(id))) this.send({ kind: 'reset' });
  }

  send(frame: EventsFrame): void {
    this.#write(JSON.stringify(frame));
  }

  #write(text: string): void {
    if (this.closed || this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    if (this.#webSocket.bufferedAmount > WAITING_BYTES) {
      this.close(CLOSE.resync, 'too slow');
      return;
    }
    this.#webSocket.send(text);
    this.#metrics.events.inc();
  }

  close(code: CloseCode, reason = ''): void {
    if (this.closed) return;
    this.closed = true;
    this.#metrics.closed.inc({ code: String(code) });
    this.#webSocket.close(code, reason);
    setTimeout(() => this.#webSocket.terminate(), CLOSE_GRACE_MS).unref();
  }
}
