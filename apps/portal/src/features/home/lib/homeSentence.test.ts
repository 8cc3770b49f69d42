import type { Home, Mention, SpaceSummary } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { homeSentence } from './homeSentence';
import { hourIn, partOfDay } from './partOfDay';

const space = (change: Partial<SpaceSummary> = {}): SpaceSummary => ({
  id: 's',
  name: 'Coastal resilience',
  purpose: '',
  roomId: 'r',
  channelId: 'c',
  role: 'editor',
  label: null,
  unreadCount: 0,
  mentionCount: 0,
  memberCount: 3,
  call: null,
  lastActivityAt: '2026-11-23T08:00:00Z',
  ...change,
});
const call = { meetingId: 'm', startedAt: '2026-11-23T08:00:00Z', participantCount: 2, participants: [] };
const mention = (authorId: string): Mention => ({
  messageId: 'x',
  channelId: 'c',
  spaceId: 's',
  spaceName: 'Coastal resilience',
  seq: 4,
  author: { id: authorId, name: authorId, hue: 0, guest: false },
  excerpt: '',
  createdAt: '2026-11-23T08:00:00Z',
});
const home = (change: Partial<Home>): Home => ({ spaces: [space()], mentions: [], documents: [], ...change });

describe('homeSentence', () => {
  it('says that nothing waits only when nothing does', () => {
    expect(homeSentence(home({}))).toEqual([{ key: 'quiet' }]);
    expect(homeSentence(home({}), 2)).toEqual([{ key: 'asking', values: { count: 2 } }]);
    expect(homeSentence(home({ spaces: [] }))).toEqual([{ key: 'noSpaces' }]);
  });

  it('counts people, not their messages', () => {
    const parts = homeSentence(
      home({
        spaces: [space({ mentionCount: 3, call })],
        mentions: [mention('sofia'), mention('sofia'), mention('piotr')],
      }),
    );
    expect(parts).toEqual([
      { key: 'calls', values: { count: 1 } },
      { key: 'people', values: { count: 2 } },
    ]);
  });

  it('counts messages when the list of mentions was cut', () => {
    const mentions = ['a', 'b', 'c', 'd', 'e', 'f'].map(mention);
    const parts = homeSentence(home({ spaces: [space({ mentionCount: 9 })], mentions }));
    expect(parts).toEqual([{ key: 'mentions', values: { count: 9 } }]);
  });

  it('does not count a call that everybody has left', () => {
    const spaces = [space({ call: { ...call, participantCount: 0 } })];
    expect(homeSentence(home({ spaces }))).toEqual([{ key: 'quiet' }]);
  });

  it('tells of unread messages only when nobody waits by name', () => {
    const spaces = [space({ unreadCount: 4 }), space({ unreadCount: 3 }), space()];
    expect(homeSentence(home({ spaces }))).toEqual([{ key: 'unread', values: { count: 7, spaces: 2 } }]);
    expect(homeSentence(home({ spaces, mentions: [mention('a')] }))).toEqual([
      { key: 'people', values: { count: 1 } },
    ]);
  });
});

describe('partOfDay', () => {
  it.each([
    [4, 'night'],
    [5, 'morning'],
    [11, 'morning'],
    [12, 'afternoon'],
    [17, 'afternoon'],
    [18, 'evening'],
    [23, 'evening'],
    [0, 'night'],
  ] as const)('at %i it is %s', (hour, part) => {
    expect(partOfDay(hour)).toBe(part);
  });

  it('reads the hour where the person is', () => {
    const now = new Date('2026-11-23T23:30:00Z');
    expect(hourIn(now, 'Europe/Paris')).toBe(0);
    expect(hourIn(now, 'America/Cayenne')).toBe(20);
  });
});
