import { describe, expect, it } from '@jest/globals';
import { foldText } from './foldText';
import { prefixQuery } from './prefixQuery';

describe('foldText', () => {
  it.each([
    ['Élise Müller', 'elise muller'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Œuvre d’Ægir', 'oeuvre d aegir'],
    ['Łódź', 'lodz'],
    ['İstanbul ırmak', 'istanbul irmak'],
    ['ﬁnance №5', 'finance no5'],
    ['ines.moreau@water.example', 'ines moreau water example'],
    ['  a\u0000b\n\tc  ', 'a b c'],
    ['Ελλάδα 北京', 'ελλαδα 北京'],
    ['e\u0301', 'e'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('joins what there is', () => {
    expect(foldText('Inès', null, undefined, 'Direction')).toBe('ines direction');
  });

  it('gives the same again', () => {
    const once = foldText('Ça va? Größe, naïve – œuf');
    expect(foldText(once)).toBe(once);
  });
});

describe('prefixQuery', () => {
  it.each([
    ['coastal fl', 'coastal & fl:*'],
    ['Inès', 'ines:*'],
    ["o'brien & (evil) | !not :* <-> '", 'o & brien & evil & not:*'],
    ['a b c d e f g h i j', 'a & b & c & d & e & f & g & h:*'],
  ])('%j asks %j', (text, query) => {
    expect(prefixQuery(text)).toBe(query);
  });

  it('takes every word as a beginning when told', () => {
    expect(prefixQuery('ma mou', 'every')).toBe('ma:* & mou:*');
  });

  it.each(['', '  ', '***', '🙂', "'"])('%j asks nothing', (text) => {
    expect(prefixQuery(text)).toBeNull();
  });
});
