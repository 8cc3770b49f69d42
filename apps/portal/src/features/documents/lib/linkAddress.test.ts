import { describe, expect, it } from '@jest/globals';
import { linkAddress } from './linkAddress';
import { matchesWords } from './matchesWords';
import { presentPeople } from './presentPeople';
import { shortcutWords } from './shortcutWords';

describe('linkAddress', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    [' example.org/a?b ', 'https://example.org/a?b'],
    ['ines@water.example', 'mailto:ines@water.example'],
    ['/documents/1', '/documents/1'],
    ['ministère.fr', 'https://ministère.fr'],
  ])('%s becomes %s', (typed, address) => expect(linkAddress(typed)).toBe(address));
  it.each(['javascript:alert(1)', 'two words', 'word', '', 'data:text/html,x', '//evil.example'])(
    '%j is no address',
    (typed) => expect(linkAddress(typed)).toBeNull(),
  );
});

describe('matchesWords', () => {
  it('takes beginnings of words, in any order, whatever the accents', () => {
    expect(matchesWords('nume lis', 'Liste numérotée')).toBe(true);
    expect(matchesWords('', 'Liste')).toBe(true);
    expect(matchesWords('iste', 'Liste')).toBe(false);
    expect(matchesWords('ueber', 'Überschrift')).toBe(false);
    expect(matchesWords('uber', 'Überschrift')).toBe(true);
  });
});

describe('presentPeople', () => {
  it('tells each other person once and believes nothing malformed', () => {
    const user = (id: string, name: string) => ({ user: { id, name, hue: 10 } });
    const states = new Map<number, Record<string, unknown>>([
      [1, user('me', 'Me')],
      [2, user('b', 'Zoe')],
      [3, user('b', 'Zoe')],
      [4, user('c', 'Ana')],
      [5, {}],
      [6, { user: { id: 7, name: '<img>', hue: 'red' } }],
      [7, { user: null }],
    ]);
    expect(presentPeople(states, 'me').map(({ name }) => name)).toEqual(['Ana', 'Zoe']);
  });
});

describe('shortcutWords', () => {
  it('writes keys as the keyboard does', () => {
    const words = { control: 'Strg', shift: 'Umschalt' };
    expect(shortcutWords('Mod-Shift-k', false, words)).toBe('Strg Umschalt K');
    expect(shortcutWords('Mod-Shift-k', true, words)).toBe('⌘⇧K');
  });
});
