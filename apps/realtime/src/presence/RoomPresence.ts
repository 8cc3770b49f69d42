import { findPresence, frames, type PresenceEntry, writePresence } from '@hemicycle/collab/protocol';
import type { RealtimeLimits } from '../limits/limits';
import { webSocketFrame } from '../protocol/webSocketFrame';
import { type PresenceOwner, stampPresence } from './stampPresence';

/**
 * Who is in the document and where, for one room. What comes in is stamped with the sender's account; what goes out
 * is gathered, so that a room costs one frame per window, however many carets move. The sender gets its own back:
 * clients drop a socket that stays silent.
 */
export class RoomPresence<Owner extends PresenceOwner> {
  readonly #limits: RealtimeLimits;
  readonly #broadcast: (frame: Buffer) => void;
  readonly #states = new Map<number, { entry: PresenceEntry; owner: Owner }>();
  readonly #changed = new Map<number, PresenceEntry>();
  #timer: NodeJS.Timeout | null = null;
  #whole: Buffer | null = null;

  constructor(limits: RealtimeLimits, broadcast: (frame: Buffer) => void) {
    this.#limits = limits;
    this.#broadcast = broadcast;
  }

  /**
   * Takes a connection's presence frame. Other people's entries in it are ignored, not punished: plain clients
   * re-send everybody they see, and whoever forges one would get the victim removed.
   * @throws MalformedError
   */
  receive(owner: Owner, update: Uint8Array): void {
    const entry = findPresence(update, owner.presenceClient);
    if (!entry || entry.json.length > this.#limits.presenceBytes) return;
    if (owner.presenceClient === null && !this.#claim(owner, entry)) return;
    const known = this.#states.get(entry.clientId);
    if (known && entry.clock < known.entry.clock) return;
    const stamped = stampPresence(entry, owner.user);
    if (!stamped) return;
    if (stamped.json === 'null') this.#states.delete(stamped.clientId);
    else this.#states.set(stamped.clientId, { entry: stamped, owner });
    this.#change(stamped);
  }

  /** The first client id a connection names is its own, unless another connection speaks for it. */
  #claim(owner: Owner, entry: PresenceEntry): boolean {
    if (entry.json === 'null') return false;
    const holder = this.#states.get(entry.clientId)?.owner;
    // The same person coming back before the old socket was noticed to be dead takes over.
    if (holder && holder !== owner && holder.user.id !== owner.user.id) return false;
    owner.presenceClient = entry.clientId;
    return true;
  }

  /** The connection is gone: so is its caret. */
  leave(owner: Owner): void {
    const client = owner.presenceClient;
    const known = client === null ? undefined : this.#states.get(client);
    if (client === null || known?.owner !== owner) return;
    this.#states.delete(client);
    this.#change({ clientId: client, clock: known.entry.clock, json: 'null' });
  }

  /** Everybody's presence as one frame, for a joiner; null when nobody is there. */
  wholeFrame(): Buffer | null {
    if (this.#states.size === 0) return null;
    this.#whole ??= this.#frame([...this.#states.values()].map((each) => each.entry));
    return this.#whole;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #change(entry: PresenceEntry): void {
    this.#whole = null;
    this.#changed.set(entry.clientId, entry);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const frame = this.#frame([...this.#changed.values()]);
      this.#changed.clear();
      this.#broadcast(frame);
    }, this.#limits.presenceMs);
  }

  #frame(entries: readonly PresenceEntry[]): Buffer {
    return webSocketFrame(frames.awareness(writePresence(entries)));
  }
}
