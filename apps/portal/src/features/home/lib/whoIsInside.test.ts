import { describe, expect, it } from '@jest/globals';
import { whoIsInside } from './whoIsInside';

const call = (names: string[], participantCount = names.length) => ({
  meetingId: 'm',
  startedAt: '2026-11-23T08:00:00Z',
  participantCount,
  participants: names.map((name) => ({ id: name, name, hue: 0, guest: false })),
});

describe('whoIsInside', () => {
  it.each([
    [[], 0, { key: 'nobody' }],
    [['Ines Moreau'], 1, { key: 'you' }],
    [['Sofia Lindqvist'], 1, { key: 'one', values: { first: 'Sofia' } }],
    [['Ines Moreau', 'Sofia Lindqvist'], 2, { key: 'youAndOne', values: { first: 'Sofia' } }],
    [['Sofia L', 'Jean-Luc M'], 2, { key: 'two', values: { first: 'Sofia', second: 'Jean-Luc' } }],
    [['A', 'B', 'C'], 3, { key: 'more', values: { first: 'A', second: 'B', count: 1 } }],
    [['A', 'B', 'C', 'D', 'E'], 40, { key: 'more', values: { first: 'A', second: 'B', count: 38 } }],
    [['A', 'B', 'Ines Moreau'], 12, { key: 'youAndMore', values: { count: 11 } }],
  ])('%j of %i', (names, count, expected) => {
    expect(whoIsInside(call(names, count), 'Ines Moreau')).toEqual(expected);
  });
});
