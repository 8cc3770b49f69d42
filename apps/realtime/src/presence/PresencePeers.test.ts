import { WAKE_UP_BYTES, type WakeUpListener, type WakeUps } from '@hemicycle/bus';
import { type PresenceEntry, writePresence } from '@hemicycle/collab/protocol';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { REALTIME_LIMITS } from '../limits/limits';
import { createRealtimeMetrics } from '../metrics';
import { PresencePeers } from './PresencePeers';
import { RoomPresence } from './RoomPresence';
import type { PresenceOwner } from './stampPresence';

const ids = (count: number, kind: string) =>
  Array.from({ length: count }, (_, i) => `01a206ea-0000-7000-${kind}-${String(i).padStart(12, '0')}`);
const [ROOM = '', OTHER_ROOM = ''] = ids(2, '8001');
const NODES = ids(4, '8002');

/** The way between nodes of this process, which can lose what is said. */
class Way {
  readonly listeners = new Set<WakeUpListener>();
  readonly said: string[] = [];
  /** What is lost. */
  loses: (payload: string) => boolean = () => false;

  open(): WakeUps {
    let mine: WakeUpListener | undefined;
    return {
      connected: true,
      notifiesInCommit: true,
      listen: (_channel, listener) => {
        mine = listener;
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
      },
      publish: async (_channel, payloads) => {
        for (const payload of payloads) {
          expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(WAKE_UP_BYTES);
          this.said.push(payload);
          for (const listener of this.listeners)
            if (listener === mine || !this.loses(payload)) listener.onWakeUp(payload);
        }
      },
      close: async () => undefined,
    };
  }
}

/** One realtime process, as far as presence goes. */
class Node {
  readonly peers: PresencePeers;
  readonly rooms = new Map<string, RoomPresence<PresenceOwner>>();
  readonly beating: NodeJS.Timeout;

  constructor(way: Way, id: string) {
    this.peers = new PresencePeers(id, way.open(), REALTIME_LIMITS, createRealtimeMetrics());
    this.peers.beat();
    this.beating = setInterval(() => this.peers.beat(), REALTIME_LIMITS.peerBeatMs);
  }

  open(room: string): RoomPresence<PresenceOwner> {
    const presence = new RoomPresence<PresenceOwner>(
      REALTIME_LIMITS,
      () => undefined,
      (entries) => this.peers.changed(room, entries),
    );
    this.rooms.set(room, presence);
    this.peers.opened(room, presence);
    return presence;
  }

  close(room: string): void {
    this.peers.closed(room);
    this.rooms.delete(room);
  }

  /** As a power cut. */
  die(way: Way): void {
    clearInterval(this.beating);
    way.listeners.clear();
    this.rooms.clear();
  }
}

const person = (id: string): PresenceOwner => ({ user: { id, name: id, hue: 1 }, presenceClient: null });

let clock = 0;
function say(
  presence: RoomPresence<PresenceOwner>,
  owner: PresenceOwner,
  client: number,
  state: unknown,
): void {
  presence.receive(owner, writePresence([{ clientId: client, clock: ++clock, json: JSON.stringify(state) }]));
}

/** What a joiner of the room on that node would be shown of others. */
function shown(presence: RoomPresence<PresenceOwner>): number {
  return presence.wholeFrame()?.length ?? 0;
}

let way: Way;
let nodes: Node[];
const node = (): Node => {
  const made = new Node(way, NODES[nodes.length] ?? '');
  nodes.push(made);
  return made;
};

beforeEach(() => {
  jest.useFakeTimers();
  way = new Way();
  nodes = [];
});

afterEach(() => {
  for (const { beating } of nodes) clearInterval(beating);
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const soon = () => pass(4 * REALTIME_LIMITS.presenceMs);

describe('presence between nodes', () => {
  it('RT-49 only what is open on both is told, and nothing once one has closed it', async () => {
    const [one, two] = [node(), node()];
    const [here, alone] = [one.open(ROOM), one.open(OTHER_ROOM)];
    const there = two.open(ROOM);
    await soon();
    way.said.length = 0;
    say(alone, person('c'), 3, { at: 1 });
    await soon();
    expect(way.said).toEqual([]);
    say(here, person('a'), 1, { at: 1 });
    await soon();
    expect(shown(there)).toBeGreaterThan(0);
    expect(way.said.filter((each) => each.startsWith('states'))).toHaveLength(1);
    two.close(ROOM);
    way.said.length = 0;
    say(here, person('b'), 2, { at: 1 });
    await soon();
    expect(way.said).toEqual([]);
  });

  it('RT-49 a node knows that it is alone once others would have been heard, and no longer when one is', async () => {
    const one = node();
    expect(one.peers.isAlone).toBe(false);
    way.listeners.forEach((listener) => void listener.onListening());
    await pass(3 * REALTIME_LIMITS.peerBeatMs);
    expect(one.peers.isAlone).toBe(true);
    const two = node();
    await soon();
    expect(one.peers.isAlone).toBe(false);
    two.die(way);
    await pass(5 * REALTIME_LIMITS.peerBeatMs);
    expect(one.peers.isAlone).toBe(true);
  });

  it('RT-46 a node that gives no sign of life takes its people with it', async () => {
    const [one, two] = [node(), node()];
    const [here, there] = [one.open(ROOM), two.open(ROOM)];
    await soon();
    say(there, person('b'), 2, { at: 1 });
    await soon();
    expect(shown(here)).toBeGreaterThan(0);
    two.die(way);
    await pass(2 * REALTIME_LIMITS.peerBeatMs);
    expect(shown(here)).toBeGreaterThan(0);
    await pass(2 * REALTIME_LIMITS.peerBeatMs + 100);
    expect(shown(here)).toBe(0);
  });

  it.each(['ask', 'open', 'states', 'closed', 'bye'])(
    'RT-45 a lost "%s" heals: with the next sign of life, or when states are renewed or run out',
    async (kind) => {
      const [one, two] = [node(), node()];
      // They know each other: what heals is not that one is new to the other.
      await pass(REALTIME_LIMITS.peerBeatMs);
      way.loses = (payload) => payload.startsWith(`${kind}|`);
      const [here, there] = [one.open(ROOM), two.open(ROOM)];
      const [a, b] = [person('a'), person('b')];
      say(here, a, 1, { at: 'a' });
      say(there, b, 2, { at: 'b' });
      await soon();
      way.loses = () => false;
      // As clients do: their state again, every 15 s.
      await pass(15_000);
      say(here, a, 1, { at: 'a' });
      say(there, b, 2, { at: 'b' });
      await soon();
      expect(here.wholeFrame()?.toString()).toContain('"b"');
      expect(there.wholeFrame()?.toString()).toContain('"a"');
      way.loses = (payload) => payload.startsWith(`${kind}|`);
      there.leave(b);
      two.close(ROOM);
      await soon();
      way.loses = () => false;
      await pass(REALTIME_LIMITS.remotePresenceMs + 2 * REALTIME_LIMITS.peerBeatMs);
      expect(here.wholeFrame()?.toString()).not.toContain('"b"');
    },
  );

  it('RT-45 a window is gathered into few messages that each fit, with the last state of each person', async () => {
    const [one, two] = [node(), node()];
    const [here, there] = [one.open(ROOM), two.open(ROOM)];
    await soon();
    way.said.length = 0;
    const people = Array.from({ length: 100 }, (_, i) => person(`p${i}`));
    for (let at = 0; at < 5; at++) {
      people.forEach((each, i) => {
        say(here, each, 100 + i, { at, note: 'x'.repeat(300) });
      });
    }
    // Small as it was written, larger than a message as it is sent on: seen on its own node, and not over there.
    const inflating = `{"n":[${'1e20,'.repeat(800)}0]}`;
    here.receive(person('huge'), writePresence([{ clientId: 999, clock: 1, json: inflating }]));
    await soon();
    const frame = there.wholeFrame()?.toString() ?? '';
    for (const each of people) expect(frame).toContain(`"id":"${each.user.id}"`);
    expect(frame).toContain('"at":4');
    expect(here.wholeFrame()?.toString()).toContain('huge');
    expect(frame).not.toContain('huge');
    expect(way.said.length).toBeLessThan(20);
  });

  it('RT-45 somebody who came back through another node is not taken away by the farewell of the old one', async () => {
    const [one, two] = [node(), node()];
    const [here, there] = [one.open(ROOM), two.open(ROOM)];
    const [before, after] = [person('a'), person('a')];
    await soon();
    say(here, before, 1, { at: 'old' });
    await soon();
    say(there, after, 1, { at: 'new' });
    await soon();
    here.leave(before);
    await soon();
    for (const presence of [here, there]) expect(presence.wholeFrame()?.toString()).toContain('"new"');
  });

  it('what is no message of ours is ignored', async () => {
    const one = node();
    const here = one.open(ROOM);
    const [other = ''] = ids(1, '8009');
    const json = JSON.stringify({ user: { id: 'x' } });
    const entry: PresenceEntry = { clientId: 1, clock: 1, json };
    const bytes = Buffer.from(writePresence([entry])).toString('base64');
    const payloads = [
      '',
      'states',
      `states|${other}|${ROOM}:!!!`,
      `states|${other}|${ROOM}:////`,
      `states|nobody|${ROOM}:${bytes}`,
      `song|${other}|${ROOM}`,
      `ask|${other}|${'x'.repeat(9_000)}`,
    ];
    for (const listener of way.listeners) for (const payload of payloads) listener.onWakeUp(payload);
    await soon();
    expect(here.wholeFrame()).toBeNull();
  });
});
