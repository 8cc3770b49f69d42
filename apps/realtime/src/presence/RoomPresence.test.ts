import { type PresenceEntry, writePresence } from '@hemicycle/collab/protocol';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { REALTIME_LIMITS } from '../limits/limits';
import { RoomPresence } from './RoomPresence';
import type { PresenceOwner } from './stampPresence';

const person = (id: string): PresenceOwner => ({
  user: { id, name: `N ${id}`, hue: 10 },
  presenceClient: null,
});
const saying = (clientId: number, clock: number, state: unknown) =>
  writePresence([{ clientId, clock, json: JSON.stringify(state) }]);

let broadcasts: Buffer[];
let relayed: PresenceEntry[];
let presence: RoomPresence<PresenceOwner>;
let seen: Awareness;

beforeEach(() => {
  jest.useFakeTimers();
  broadcasts = [];
  seen = new Awareness(new Y.Doc());
  relayed = [];
  const receive = (frame: Buffer): void => {
    broadcasts.push(frame);
    // Header of two bytes for short frames, four for longer ones; then the frame's kind and length.
    const payload = frame.subarray(frame[1] === 126 ? 4 : 2);
    applyAwarenessUpdate(seen, payload.subarray((payload[1] as number) & 0x80 ? 3 : 2), 'test');
  };
  presence = new RoomPresence(REALTIME_LIMITS, receive, (entries) => void relayed.push(...entries));
});

afterEach(() => {
  presence.close();
  seen.destroy();
  jest.useRealTimers();
});

const flush = () => jest.advanceTimersByTime(REALTIME_LIMITS.presenceMs);

describe('RT-63 presence', () => {
  it('gathers a window into one frame, with the last state of each person', () => {
    const [a, b] = [person('a'), person('b')];
    for (let clock = 1; clock <= 50; clock++) {
      presence.receive(a, saying(1, clock, { at: clock }));
      presence.receive(b, saying(2, clock, { at: -clock }));
    }
    flush();
    expect(broadcasts).toHaveLength(1);
    expect(seen.getStates().get(1)).toMatchObject({ at: 50, user: { id: 'a' } });
    expect(seen.getStates().get(2)).toMatchObject({ at: -50, user: { id: 'b' } });
  });

  it('lets nobody speak for another, and the same person take over from a dead socket', () => {
    const [a, forger, again] = [person('a'), person('b'), person('a')];
    presence.receive(a, saying(1, 1, { at: 'a' }));
    presence.receive(forger, saying(1, 9, { at: 'forged' }));
    expect(forger.presenceClient).toBeNull();
    presence.receive(again, saying(1, 2, { at: 'again' }));
    presence.leave(a);
    flush();
    expect(seen.getStates().get(1)).toMatchObject({ at: 'again', user: { id: 'a' } });
    presence.leave(again);
    flush();
    expect(seen.getStates().has(1)).toBe(false);
  });

  it('lets nobody take a client id back that somebody else speaks for meanwhile', () => {
    const [forger, b] = [person('a'), person('b')];
    presence.receive(forger, saying(1, 1, { at: 'first' }));
    presence.receive(forger, saying(1, 2, null));
    presence.receive(b, saying(1, 3, { at: 'b' }));
    presence.receive(forger, saying(1, 9, { at: 'forged' }));
    flush();
    expect(seen.getStates().get(1)).toMatchObject({ at: 'b', user: { id: 'b' } });
  });

  it('does not take a re-sent departure for one’s own name', () => {
    const a = person('a');
    presence.receive(a, saying(7, 3, null));
    expect(a.presenceClient).toBeNull();
  });

  it.each([['[1]'], ['"text"'], ['{'], ['5']])('ignores a state that is no object: %s', (json) => {
    const a = person('a');
    presence.receive(a, writePresence([{ clientId: 1, clock: 1, json }]));
    flush();
    expect(presence.wholeFrame()).toBeNull();
  });
});
