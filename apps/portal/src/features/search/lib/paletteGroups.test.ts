import type { DocumentSummary, Home, Person, SearchResult, SpaceSummary } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Command, hrefOf, type PaletteSources, paletteGroups } from './paletteGroups';

const space = (id: string, name: string): SpaceSummary => ({
  id,
  name,
  purpose: '',
  roomId: `room of ${id}`,
  channelId: 'c',
  role: 'editor',
  label: null,
  unreadCount: 0,
  mentionCount: 0,
  memberCount: 3,
  call: null,
  lastActivityAt: '2026-11-23T08:00:00Z',
});
const document = (id: string, title: string): DocumentSummary => ({
  id,
  title,
  spaceId: 's1',
  spaceName: 'Crèche',
  kind: 'text',
  editedAt: '2026-11-23T08:00:00Z',
  editedBy: null,
  label: null,
  excerpt: '',
  abilities: {
    read: true,
    write: true,
    rename: true,
    move: true,
    trash: true,
    restore: false,
    uploadImage: true,
    export: true,
  },
});
const person = (name: string): Person => ({
  id: name,
  name,
  hue: 0,
  guest: false,
  email: null,
  title: null,
  organisation: null,
});
const home: Home = {
  spaces: [space('s1', 'Crèche municipale'), space('s2', 'Finance')],
  documents: [document('d1', 'Budget de la crèche')],
  mentions: [],
};
const commands: Command[] = [
  { id: 'newSpace', label: 'New space', isFirst: true },
  { id: 'dark', label: 'Dark theme', isFirst: false },
];
const nothing: SearchResult = { people: [], spaces: [], documents: [], messages: [] };
const list = (change: Partial<PaletteSources>) =>
  paletteGroups({ query: '', home, result: undefined, answers: '', commands, ...change }).map((group) => [
    group.key,
    group.items.map((item) => item.id),
  ]);

describe('paletteGroups', () => {
  it('offers what was used last and the first commands before anything is typed', () => {
    expect(list({})).toEqual([
      ['recent', ['space-s1', 'space-s2', 'document-d1']],
      ['commands', ['command-newSpace']],
    ]);
  });

  it('finds what Home knows at once, accents ignored, and any command', () => {
    expect(list({ query: 'CRECHE' })).toEqual([
      ['spaces', ['space-s1']],
      ['documents', ['document-d1']],
    ]);
    expect(list({ query: 'dark' })).toEqual([['commands', ['command-dark']]]);
  });

  it('adds what the server found, each once', () => {
    const result = {
      ...nothing,
      people: [person('Jonas Weber')],
      spaces: [space('s1', 'Crèche municipale'), space('s9', 'Crèche nord')],
    };
    expect(list({ query: 'creche', result, answers: 'creche' })[0]).toEqual([
      'spaces',
      ['space-s1', 'space-s9'],
    ]);
    // Found by something other than its name: the server knows why.
    expect(list({ query: 'creche', result, answers: 'creche' })[1]).toEqual([
      'people',
      ['person-Jonas Weber'],
    ]);
  });

  it('sifts the answer to an older query by the one that stands', () => {
    const result = { ...nothing, people: [person('Jonas Weber'), person('Joana Silva')] };
    expect(list({ query: 'joa', result, answers: 'jo' })).toEqual([['people', ['person-Joana Silva']]]);
    expect(list({ query: 'jo', result, answers: 'jo' })).toEqual([
      ['people', ['person-Jonas Weber', 'person-Joana Silva']],
    ]);
  });

  it('shows nothing when nothing matches', () => {
    expect(list({ query: 'xyz', result: nothing, answers: 'xyz' })).toEqual([]);
  });
});

describe('hrefOf', () => {
  it('opens the conversation around a found message', () => {
    const message = {
      messageId: 'm',
      channelId: 'c',
      spaceId: 's1',
      spaceName: 'Crèche',
      seq: 42,
      author: person('Jonas'),
      excerpt: '',
      createdAt: '2026-11-23T08:00:00Z',
    };
    expect(hrefOf({ kind: 'message', id: 'message-m', message })).toBe('/spaces/s1?message=42');
  });
});
