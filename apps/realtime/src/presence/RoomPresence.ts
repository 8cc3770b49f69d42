import { findPresence, frames, type PresenceEntry, writePresence } from '@hemicycle/collab/protocol';
import type { RealtimeLimits } from '../limits/limits';
import { webSocketFrame } from '../protocol/webSocketFrame';
import { type PresenceOwner, stampedUserId, stampPresence } from './stampPresence';

/** One person's state, and who holds it: a connection here, or another node of ours. */
interface Held<Owner> {
  readonly entry: PresenceEntry;
  readonly userId: string;
  readonly holder: { readonly owner: Owner } | { readonly node: string; readonly heardAt: number };
}

/**
 * Who is in the document and where, for one room. What comes in is stamped with the sender's account; what goes out
 * is gathered, so that a room costs one frame per window, however many carets move. The sender gets its own back:
 * clients drop a socket that stays silent. What other nodes tell is passed on to connections here, and what
 * connections here told is handed to `relay` for other nodes.
 */
export class RoomPresence<Owner extends PresenceOwner> {
  readonly #limits: RealtimeLimits;
  readonly #broadcast: (frame: Buffer) => void;
  readonly #relay: (entries: readonly PresenceEntry[]) => void;
  readonly #states = new Map<number, Held<Owner>>();
  readonly #changed = new Map<number, { entry: PresenceEntry; here: boolean }>();
  #remote = 0;
  #timer: NodeJS.Timeout | null = null;
  #whole: Buffer | null = null;

  constructor(
    limits: RealtimeLimits,
    broadcast: (frame: Buffer) => void,
    relay: (entries: readonly PresenceEntry[]) => void,
  ) {
    this.#limits = limits;
    this.#broadcast = broadcast;
    this.#relay = relay;
  }

  /**
   * Takes a connection's presence frame. Other people's entries in it are ignored, not punished: plain clients
   * re-send everybody they see, and whoever forges one would get the victim removed.
   * @throws MalformedError
   */
  receive(owner: Owner, update: Uint8Array): void {
    const entry = findPresence(update, owner.presenceClient);
    if (!entry || Buffer.byteLength(entry.json) > this.#limits.presenceBytes) return;
    const known = this.#states.get(entry.clientId);
    // The same person coming back before the old socket was noticed to be dead takes over, and nobody else.
    if (known && (known.userId !== owner.user.id || entry.clock < known.entry.clock)) return;
    // The first client id a connection names is its own; a departure names nobody's.
    if (owner.presenceClient === null && entry.json === 'null') return;
    owner.presenceClient = entry.clientId;
    const stamped = stampPresence(entry, owner.user);
    if (!stamped) return;
    if (stamped.json === 'null') this.#delete(stamped.clientId);
    else this.#set({ entry: stamped, userId: owner.user.id, holder: { owner } });
    this.#change(stamped, true);
  }

  /** The connection is gone: so is its caret. */
  leave(owner: Owner): void {
    const client = owner.presenceClient;
    const known = client === null ? undefined : this.#states.get(client);
    if (client === null || !known || !('owner' in known.holder) || known.holder.owner !== owner) return;
    this.#delete(client);
    this.#change({ clientId: client, clock: known.entry.clock, json: 'null' }, true);
  }

  /** What another node of ours told about its connections, stamped there. */
  receiveRemote(node: string, entries: readonly PresenceEntry[]): void {
    for (const entry of entries) {
      const { clientId, clock, json } = entry;
      const known = this.#states.get(clientId);
      if (json === 'null') {
        // Only the node that holds it: a person who changed nodes was taken over by the new one.
        if (nodeOf(known) !== node || (known && known.entry.clock > clock)) continue;
        this.#delete(clientId);
        this.#change(entry, false);
        continue;
      }
      const userId = stampedUserId(entry);
      if (userId === undefined || (known && !supersedes(known, node, userId, clock))) continue;
      if (!known && this.#remote >= this.#limits.remotePresence) continue;
      this.#set({ entry, userId, holder: { node, heardAt: performance.now() } });
      this.#change(entry, false);
    }
  }

  /** That node has this document open no more, or is no more. */
  forgetNode(node: string): void {
    this.#removeWhere((held) => nodeOf(held) === node);
  }

  /** Clients renew their state every 15 s: what another node did not repeat by then is gone, whatever was lost. */
  expireRemote(before: number): void {
    this.#removeWhere(({ holder }) => 'node' in holder && holder.heardAt < before);
  }

  /** States of connections here, for another node. */
  ownEntries(): PresenceEntry[] {
    return [...this.#states.values()].filter(({ holder }) => 'owner' in holder).map(({ entry }) => entry);
  }

  /** Everybody's presence as one frame, for a joiner; null when nobody is there. */
  wholeFrame(): Buffer | null {
    if (this.#states.size === 0) return null;
    this.#whole ??= frameOf([...this.#states.values()].map((each) => each.entry));
    return this.#whole;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #set(held: Held<Owner>): void {
    this.#delete(held.entry.clientId);
    this.#states.set(held.entry.clientId, held);
    if ('node' in held.holder) this.#remote++;
  }

  #delete(clientId: number): void {
    if (nodeOf(this.#states.get(clientId)) !== undefined) this.#remote--;
    this.#states.delete(clientId);
  }

  #removeWhere(matches: (held: Held<Owner>) => boolean): void {
    if (this.#remote === 0) return;
    for (const [clientId, held] of this.#states) {
      if (!matches(held)) continue;
      this.#delete(clientId);
      this.#change({ clientId, clock: held.entry.clock, json: 'null' }, false);
    }
  }

  #change(entry: PresenceEntry, here: boolean): void {
    this.#whole = null;
    this.#changed.set(entry.clientId, { entry, here });
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const changed = [...this.#changed.values()];
      this.#changed.clear();
      this.#broadcast(frameOf(changed.map((each) => each.entry)));
      this.#relay(changed.filter((each) => each.here).map((each) => each.entry));
    }, this.#limits.presenceMs);
  }
}

const frameOf = (entries: readonly PresenceEntry[]): Buffer =>
  webSocketFrame(frames.awareness(writePresence(entries)));

const nodeOf = (held: Held<unknown> | undefined): string | undefined =>
  held && 'node' in held.holder ? held.holder.node : undefined;

/** Whether what `node` tells replaces what is known: of the same person, and not older. */
function supersedes(known: Held<unknown>, node: string, userId: string, clock: number): boolean {
  if (known.userId !== userId || known.entry.clock > clock) return false;
  return known.entry.clock < clock || nodeOf(known) === node;
}
