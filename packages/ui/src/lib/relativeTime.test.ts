import { describe, expect, test } from '@jest/globals';
import { relativeTime } from './relativeTime';

const now = new Date('2026-11-23T09:24:00Z');
const minute = 60_000;
const hour = 60 * minute;
const at = (before: number) => new Date(now.getTime() - before);
const tell = (before: number, locale = 'en-GB', timeZone = 'UTC') =>
  relativeTime(at(before), now, locale, { nowWord: 'now', timeZone });

describe('relativeTime', () => {
  test.each([
    [0, 'now'],
    [59_000, 'now'],
    [minute, '1 min ago'],
    [59 * minute + 59_000, '59 min ago'],
    [hour, '1 hr ago'],
    [24 * hour - 1, '23 hr ago'],
    [24 * hour, '22 Nov'],
    [-6 * minute, 'in 6 min'],
    [400 * 24 * hour, '19 Oct 2025'],
  ])('%i ms before now is %s', (before, text) => {
    expect(tell(before).text).toBe(text);
  });

  test('speaks the reader’s language', () => {
    expect(tell(8 * minute, 'fr').text).toBe('il y a 8\u00a0min');
    expect(tell(8 * minute, 'de').text).toBe('vor 8 Min.');
  });

  test('the date and its year are those of the reader’s zone', () => {
    const newYear = new Date('2026-12-31T23:30:00Z');
    const later = new Date('2027-01-02T12:00:00Z');
    const in_ = (timeZone: string) =>
      relativeTime(newYear, later, 'en-GB', { nowWord: 'now', timeZone }).text;
    expect(in_('UTC')).toBe('31 Dec 2026');
    expect(in_('Europe/Paris')).toBe('1 Jan');
  });

  test('tells the full moment', () => {
    expect(tell(hour).full).toMatch(/^Monday,? 23 November 2026 at 08:24$/);
  });

  test.each([0, 30_000, 5 * minute + 12_000, 3 * hour + 7_000, -90_000])(
    'the text of %i ms ago holds until nextChangeMs, and not beyond',
    (before) => {
      const shown = tell(before);
      const next = shown.nextChangeMs ?? 0;
      // A moment to come is told in whole units too, so it changes just after the unit is full.
      const later = (ms: number) =>
        relativeTime(at(before), new Date(now.getTime() + ms), 'en-GB', { nowWord: 'now', timeZone: 'UTC' })
          .text;
      if (before >= 0) {
        expect(later(next - 1)).toBe(shown.text);
        expect(later(next)).not.toBe(shown.text);
      } else expect(next).toBeGreaterThan(0);
    },
  );
});
