import { WAKE_UP_BYTES, type WakeUps } from '@hemicycle/bus';
import type { PresenceEntry } from '@hemicycle/collab/protocol';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import { readPeerMessage, statePart, writePeerMessages } from './peerMessages';
import type { RoomPresence } from './RoomPresence';

/** Channel of presence between nodes. */
const PRESENCE_CHANNEL = 'hemicycle_presence';

/** As much of a room's presence as other nodes have to do with. */
type PeeredPresence = Pick<
  RoomPresence<never>,
  'receiveRemote' | 'forgetNode' | 'expireRemote' | 'ownEntries'
>;

/** Rooms named in one sign of life: fills one message. */
const ROOMS_PER_BEAT = 200;

/**
 * Brings presence to the other nodes that have the same document open. Nodes give a sign of life every few seconds;
 * while there is another one, a room that opens says so, and whoever has it open too answers. From then on both tell
 * each other what changed, gathered for all rooms. Alone, a node sends its sign of life and nothing else.
 *
 * Messages may be lost: signs of life name some rooms each time, in turn, and clients renew their states every 15 s.
 */
export class PresencePeers {
  readonly #nodeId: string;
  readonly #wakeUps: WakeUps;
  readonly #limits: RealtimeLimits;
  readonly #metrics: RealtimeMetrics;
  /** Rooms open here. */
  readonly #rooms = new Map<string, PeeredPresence>();
  /** Other nodes, and when each was last heard. */
  readonly #nodes = new Map<string, number>();
  /** For rooms open here and elsewhere: where else. */
  readonly #shared = new Map<string, Set<string>>();
  /** What the next window tells. */
  #asking = new Set<string>();
  #states = new Map<string, Map<number, PresenceEntry>>();
  #timer: NodeJS.Timeout | null = null;
  #sending = false;
  #place = 0;
  /** Since when we would have heard of others, by `performance.now()`. */
  #listeningSince = Number.POSITIVE_INFINITY;
  readonly #stopListening: () => void;

  constructor(nodeId: string, wakeUps: WakeUps, limits: RealtimeLimits, metrics: RealtimeMetrics) {
    this.#nodeId = nodeId;
    this.#wakeUps = wakeUps;
    this.#limits = limits;
    this.#metrics = metrics;
    this.#stopListening = wakeUps.listen(PRESENCE_CHANNEL, {
      onWakeUp: (payload) => this.#hear(payload),
      onListening: () => {
        this.#listeningSince = performance.now();
        this.#announceAll();
        this.beat();
      },
    });
  }

  /**
   * No other node gives a sign of life, and any would have by now. Whoever relies on it is late for a node that was not
   * heard, by no more than a lost wake-up is.
   */
  get isAlone(): boolean {
    const { peerBeatMs } = this.#limits;
    if (this.#nodes.size > 0 || !this.#wakeUps.connected) return false;
    return performance.now() - this.#listeningSince > 2 * peerBeatMs;
  }

  opened(documentId: string, presence: PeeredPresence): void {
    this.#rooms.set(documentId, presence);
    if (this.#nodes.size === 0) return;
    this.#asking.add(documentId);
    this.#schedule();
  }

  closed(documentId: string): void {
    this.#rooms.delete(documentId);
    this.#asking.delete(documentId);
    this.#states.delete(documentId);
    if (this.#shared.delete(documentId)) this.#send('closed', [documentId]);
  }

  /** States of connections here that changed in one window of a room. */
  changed(documentId: string, entries: readonly PresenceEntry[]): void {
    if (entries.length === 0 || !this.#shared.has(documentId)) return;
    const states = this.#states.get(documentId) ?? new Map<number, PresenceEntry>();
    this.#states.set(documentId, states);
    for (const entry of entries) states.set(entry.clientId, entry);
    this.#schedule();
  }

  /** Called every `peerBeatMs`: a sign of life, and an end to what gives none. */
  beat(): void {
    const now = performance.now();
    const silentSince = now - 3 * this.#limits.peerBeatMs;
    for (const [node, heard] of this.#nodes) if (heard < silentSince) this.#forget(node);
    for (const documentId of this.#shared.keys()) {
      this.#rooms.get(documentId)?.expireRemote(now - this.#limits.remotePresenceMs);
    }
    this.#send('ask', this.#nodes.size > 0 ? this.#someRooms() : []);
  }

  /** Nobody is here any more. */
  async close(): Promise<void> {
    this.#stopListening();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#wakeUps.publish(PRESENCE_CHANNEL, writePeerMessages('bye', this.#nodeId, [], WAKE_UP_BYTES));
  }

  #hear(payload: string): void {
    const message = readPeerMessage(payload);
    if (!message || message.from === this.#nodeId) return;
    const { from } = message;
    if (message.kind === 'bye') {
      this.#forget(from);
      return;
    }
    if (!this.#nodes.has(from)) {
      if (this.#nodes.size >= this.#limits.peerNodes) return;
      this.#announceAll();
    }
    this.#nodes.set(from, performance.now());
    this.#metrics.peerNodes.set(this.#nodes.size);
    if (message.kind === 'open') {
      const common = message.rooms.filter((room) => this.#rooms.has(room));
      for (const room of common) this.#share(room, from);
      if (message.ask && common.length > 0) this.#send('open', common);
    } else if (message.kind === 'closed') {
      for (const room of message.rooms) this.#unshare(room, from);
    } else {
      for (const { room, entries } of message.states) {
        if (!this.#rooms.has(room)) continue;
        this.#share(room, from);
        this.#rooms.get(room)?.receiveRemote(from, entries);
      }
    }
  }

  /** That node has the room open too: it hears of everybody here, now and from now on. */
  #share(documentId: string, node: string): void {
    const nodes = this.#shared.get(documentId);
    if (nodes?.has(node)) return;
    if (nodes) nodes.add(node);
    else this.#shared.set(documentId, new Set([node]));
    this.changed(documentId, this.#rooms.get(documentId)?.ownEntries() ?? []);
  }

  #unshare(documentId: string, node: string): void {
    const nodes = this.#shared.get(documentId);
    if (!nodes?.delete(node)) return;
    if (nodes.size === 0) this.#shared.delete(documentId);
    this.#rooms.get(documentId)?.forgetNode(node);
  }

  #forget(node: string): void {
    this.#nodes.delete(node);
    this.#metrics.peerNodes.set(this.#nodes.size);
    for (const documentId of [...this.#shared.keys()]) this.#unshare(documentId, node);
  }

  /** Another node is new here, or we may have missed what was said: everything we have open is told. */
  #announceAll(): void {
    for (const documentId of this.#rooms.keys()) this.#asking.add(documentId);
    if (this.#asking.size > 0) this.#schedule();
  }

  /** The next rooms in turn. */
  #someRooms(): string[] {
    const all = [...this.#rooms.keys()];
    if (this.#place >= all.length) this.#place = 0;
    const some = all.slice(this.#place, this.#place + ROOMS_PER_BEAT);
    this.#place += ROOMS_PER_BEAT;
    return some;
  }

  #schedule(): void {
    if (!this.#timer && !this.#sending) {
      this.#timer = setTimeout(() => void this.#flush(), this.#limits.presenceMs);
    }
  }

  /** One window at a time: while the way is slow, later states replace those that were not yet sent. */
  async #flush(): Promise<void> {
    this.#timer = null;
    this.#sending = true;
    const [asking, states] = [this.#asking, this.#states];
    this.#asking = new Set();
    this.#states = new Map();
    const parts = [...states].flatMap(([room, entries]) =>
      [...entries.values()].map((entry) => statePart(room, entry)),
    );
    // Both at once: what is said later (that a room was closed) must be heard later.
    await Promise.all([
      asking.size > 0 && this.#send('ask', [...asking]),
      parts.length > 0 && this.#send('states', parts),
    ]);
    this.#sending = false;
    if (this.#asking.size > 0 || this.#states.size > 0) this.#schedule();
  }

  async #send(kind: 'ask' | 'open' | 'closed' | 'states', parts: readonly string[]): Promise<void> {
    const payloads = writePeerMessages(kind, this.#nodeId, parts, WAKE_UP_BYTES);
    for (const payload of payloads) this.#metrics.peerBytes.inc(payload.length);
    await this.#wakeUps.publish(PRESENCE_CHANNEL, payloads);
  }
}
