import { describe, expect, it } from '@jest/globals';
import { pageLines } from './pageLines';

const headings = (excerpt: string) =>
  pageLines(excerpt)
    .filter((line) => line.isHeading)
    .map((line) => line.text);

describe('pageLines', () => {
  it('takes short lines without an end for headings, when something follows', () => {
    const excerpt =
      'Draft 3 for the steering group.\n1 Purpose\nThis plan says how the coast is kept dry.\n2 Where';
    expect(headings(excerpt)).toEqual(['1 Purpose']);
  });

  it('takes neither sentences nor long lines nor rows of tables for headings', () => {
    expect(headings('Item · Asked · Secured\nWest dyke · 21 M · 12 M\nEnd.')).toEqual([]);
    expect(headings(`Present:\n${'word '.repeat(12).trim()}\nEnd.`)).toEqual([]);
  });

  it('shows a bounded number of blocks', () => {
    expect(pageLines('a\n'.repeat(40))).toHaveLength(6);
    expect(pageLines('')).toEqual([]);
  });
});
