import { foldLetters } from '@hemicycle/contracts/foldLetters';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldWithMap } from './foldWithMap';
import { matchesAll, matchRanges } from './matchRanges';
import { snippet } from './snippet';

const marked = (text: string, query: string) =>
  matchRanges(text, query).map(({ start, end }) => text.slice(start, end));

describe('matchRanges', () => {
  it('marks the letters as written, with their accents', () => {
    expect(marked('Réunion de démarrage, été 2026', 'demar ete')).toEqual(['démar', 'été']);
    expect(marked('ministère', 'MINISTERE')).toEqual(['ministère']);
  });

  it('finds precomposed text by decomposed words and the other way round', () => {
    expect(marked('Zoë', 'Zoe\u0308')).toEqual(['Zoë']);
    expect(marked('Zoe\u0308 Lang', 'zoë')).toEqual(['Zoe\u0308']);
  });

  it('covers a ligature as a whole', () => {
    expect(marked('eﬀort', 'ef')).toEqual(['eﬀ']);
    expect(marked('Grüße, Œuvre', 'grus oeu')).toEqual(['Grüß', 'Œu']);
  });

  it('matches beginnings of words only, the longest word of the query first', () => {
    expect(marked('replan plan planning', 'plan')).toEqual(['plan', 'plan']);
    expect(marked('planning', 'plan planning')).toEqual(['planning']);
  });

  it('takes characters of the query for letters, never for a pattern', () => {
    expect(marked('a.b (c) [d]', '. ( [ *')).toEqual([]);
  });
});

describe('matchesAll', () => {
  it('wants every word somewhere', () => {
    expect(matchesAll(['Réunion', 'Budget 2027'], 'bud reun')).toBe(true);
    expect(matchesAll(['Réunion'], 'bud reun')).toBe(false);
    expect(matchesAll(['Réunion'], '  ')).toBe(true);
  });
});

describe('foldWithMap', () => {
  it('folds any text as the plain fold does, and every unit knows a range inside the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const folded = foldWithMap(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        for (let unit = 0; unit < folded.text.length; unit++) {
          const start = folded.starts[unit] ?? -1;
          const end = folded.ends[unit] ?? -1;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(folded.starts[unit - 1] ?? 0);
        }
        expect([...folded.text].sort().join('')).toBe([...foldLetters(text)].sort().join(''));
      }),
    );
  });
});

describe('snippet', () => {
  it('begins near what was found, at a word', () => {
    const text = 'The design level for the western dyke is set at 3.1 m above datum, following the survey';
    expect(snippet(text, 'design')).toBe(text);
    expect(snippet(text, 'survey')).toBe(
      '…set at 3.1 m above datum, following the survey'.replace('set at 3.1 ', ''),
    );
    expect(snippet(`${'x'.repeat(90)} été`, 'ete')).toBe('…été');
  });
});
