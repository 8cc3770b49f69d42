import type { LiveEvent } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventsOf, isStaled, type Read } from './staleReads';

/**
 * A small model of the server: what the reads show and what each change publishes. The test is that a cache which
 * reads anew only what `isStaled` names always equals a fresh read.
 */
interface SpaceState {
  name: string;
  members: Map<string, string>;
  messages: { author: string; names: string | null; text: string }[];
  readSeq: Map<string, number>;
  documents: Map<string, string>;
  call: string[];
}
/** What shows rights and requests has its own events: tested below. */
type ModelRead = Exclude<Read, { of: 'sharing' | 'requests' }>;
type World = { people: Map<string, string>; spaces: Map<string, SpaceState> };

const me = 'me';
const people = ['me', 'ana', 'ben'];
const spaceIds = ['s1', 's2'];

function newWorld(): World {
  const space = (name: string): SpaceState => ({
    name,
    members: new Map([
      ['me', 'editor'],
      ['ana', 'owner'],
    ]),
    messages: [],
    readSeq: new Map(),
    documents: new Map(),
    call: [],
  });
  return {
    people: new Map(people.map((id) => [id, `name of ${id}`])),
    spaces: new Map(spaceIds.map((id) => [id, space(id)])),
  };
}

const unread = (space: SpaceState) =>
  space.messages.filter((message, index) => index >= (space.readSeq.get(me) ?? 0) && message.author !== me);

function summary(world: World, id: string, space: SpaceState) {
  return [
    id,
    space.name,
    space.members.get(me),
    space.members.size,
    unread(space).length,
    unread(space).filter((message) => message.names === me).length,
    space.call.map((who) => world.people.get(who)),
    space.messages.length,
  ];
}

/** What each read answers, as the contracts shape it: which facts it shows is all that matters here. */
function answer(world: World, read: ModelRead): unknown {
  const mine = [...world.spaces].filter(([, space]) => space.members.has(me));
  if (read.of === 'spaces') return mine.map(([id, space]) => summary(world, id, space));
  if (read.of === 'home') {
    return mine.map(([id, space]) => [
      summary(world, id, space),
      unread(space)
        .filter((message) => message.names === me)
        .map((message) => [world.people.get(message.author), message.text]),
      [...space.documents],
    ]);
  }
  // Nothing of this world is in them.
  if (read.of === 'notifications') return null;
  const space = world.spaces.get(read.spaceId);
  if (!space?.members.has(me)) return 'not_found';
  if (read.of === 'space') return [summary(world, read.spaceId, space), space.documents.size];
  return [...space.members].map(([id, role]) => [world.people.get(id), role]);
}

interface Change {
  kind: 'rename' | 'post' | 'edit' | 'read' | 'member' | 'write' | 'call' | 'person';
  spaceId: string;
  who: string;
  word: string;
}

const id = '01890000-0000-7000-8000-000000000000';

/** Makes a change and answers with the events its transaction publishes. */
function apply(world: World, { kind, spaceId, who, word }: Change): LiveEvent[] {
  const space = world.spaces.get(spaceId);
  if (!space) return [];
  const message = { spaceId, channelId: id, messageId: id, parentId: null };
  switch (kind) {
    case 'rename':
      space.name = word;
      return [{ type: 'space.changed', spaceId }];
    case 'post':
      space.messages.push({ author: who, names: word > 'm' ? me : null, text: word });
      return [{ type: 'message.posted', ...message, seq: space.messages.length, authorId: who }];
    case 'edit': {
      const last = space.messages.at(-1);
      if (!last) return [];
      last.text = word;
      last.names = word > 'm' ? me : null;
      return [{ type: 'message.changed', ...message }];
    }
    case 'read':
      space.readSeq.set(who, space.messages.length);
      return [{ type: 'cursor.moved', spaceId, channelId: id, userId: who, seq: space.messages.length }];
    case 'member': {
      if (space.members.has(who)) space.members.delete(who);
      else space.members.set(who, word);
      return [
        { type: 'members.changed', spaceId, userId: who },
        { type: 'access.changed', userId: who, spaceId },
      ];
    }
    case 'write':
      space.documents.set(word, who);
      return [{ type: 'document.changed', spaceId, documentId: id, change: 'edited' }];
    case 'call':
      space.call = space.call.includes(who) ? space.call.filter((one) => one !== who) : [...space.call, who];
      return [{ type: 'meeting.changed', spaceId, roomId: id, meetingId: id }];
    case 'person':
      world.people.set(who, word);
      return [{ type: 'me.changed', userId: who }];
  }
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('rename', 'post', 'edit', 'read', 'member', 'write', 'call', 'person'),
    spaceId: fc.constantFrom(...spaceIds),
    who: fc.constantFrom(...people),
    word: fc.string({ minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 30 },
);

const reads: ModelRead[] = [
  { of: 'home' },
  { of: 'spaces' },
  ...spaceIds.flatMap((spaceId): ModelRead[] => [
    { of: 'space', spaceId },
    { of: 'members', spaceId },
  ]),
];

describe('isStaled', () => {
  it('names every read whose answer an event changed: cache + events = fresh read', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const world = newWorld();
        const cache = new Map(reads.map((read) => [read, answer(world, read)]));
        for (const change of list) {
          for (const event of apply(world, change)) {
            for (const read of reads) {
              // The subscription must hear of it, too.
              if (!eventsOf(read.of).includes(event.type)) continue;
              if (isStaled(read, event, me)) cache.set(read, answer(world, read));
            }
          }
          for (const read of reads)
            expect([change, read, cache.get(read)]).toEqual([change, read, answer(world, read)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves alone what an event cannot have changed', () => {
    const cursor: LiveEvent = { type: 'cursor.moved', spaceId: 's1', channelId: id, userId: 'ana', seq: 3 };
    expect(reads.filter((read) => isStaled(read, cursor, me))).toEqual([]);
    const members: LiveEvent = { type: 'members.changed', spaceId: 's1', userId: 'ana' };
    expect(isStaled({ of: 'members', spaceId: 's2' }, members, me)).toBe(false);
    expect(isStaled({ of: 'members', spaceId: 's1' }, members, me)).toBe(true);
  });

  it('names what shows rights and requests when those change, in their space', () => {
    const resource = { resourceType: 'document', resourceId: id } as const;
    const sharing: LiveEvent = { type: 'sharing.changed', spaceId: 's1', ...resource };
    const request: LiveEvent = { type: 'request.changed', userId: me, ...resource };
    const all: Read[] = [
      { of: 'sharing', spaceId: 's1' },
      { of: 'sharing', spaceId: 's2' },
      { of: 'requests' },
    ];
    expect(all.map((read) => isStaled(read, sharing, me))).toEqual([true, false, false]);
    expect(all.map((read) => isStaled(read, request, me))).toEqual([true, true, true]);
    expect(eventsOf('sharing')).toContain('members.changed');
    expect(eventsOf('requests')).toContain('access.changed');
  });
});
