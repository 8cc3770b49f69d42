import { documentSchema } from '@hemicycle/collab/schema';
import type { DocumentNode } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { buildTree } from './buildTree';
import { countText } from './countText';
import { currentHeading } from './currentHeading';
import { findMatches } from './findMatches';
import { fittingCount } from './fittingCount';
import { moveTarget } from './moveTarget';
import { outlineOf } from './outlineOf';
import { trashRows } from './trashRows';

const schema = documentSchema();
const text = (value: string) => ({ type: 'text', text: value });
const block = (type: string, content: object[], attrs?: object) => ({
  type,
  content,
  ...(attrs && { attrs }),
});
const paragraph = (...content: object[]) => block('paragraph', content);
const heading = (level: number, ...content: object[]) => block('heading', content, { level });
const docOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content });

describe('outlineOf', () => {
  it('lists headings wherever they stand, with the words of mentions, without empty ones', () => {
    const doc = docOf(
      heading(2, text('Where we stand')),
      paragraph(text('body')),
      heading(3),
      heading(4, text('Asked '), { type: 'mention', attrs: { id: '1', label: 'Ines' } }),
      block('blockquote', [heading(3, text('Quoted'))]),
      heading(1, text('Money')),
    );
    const outline = outlineOf(doc);
    expect(outline.map(({ text: words, indent }) => [words, indent])).toEqual([
      ['Where we stand', 0],
      ['Asked @Ines', 1],
      ['Quoted', 1],
      ['Money', 0],
    ]);
    for (const { pos, level } of outline) expect(doc.nodeAt(pos)?.attrs.level).toBe(level);
  });
});

describe('currentHeading', () => {
  it('is the last heading above the reading line', () => {
    expect(currentHeading([10, 200, 400], 250)).toBe(1);
    expect(currentHeading([10, 200, 400], 400)).toBe(2);
    expect(currentHeading([300, 500], 100)).toBe(0);
    expect(currentHeading([], 100)).toBe(-1);
  });
});

describe('findMatches', () => {
  const doc = docOf(
    heading(1, text('Digue')),
    paragraph(text('La digue ouest, la DIGUE est')),
    block('bulletList', [block('listItem', [paragraph(text('digues'))])]),
  );
  const words = (query: string, matchCase = false, inside = doc) =>
    findMatches(inside, { text: query, matchCase }).map(({ from, to }) => inside.textBetween(from, to));

  it('finds in every block, with or without case', () => {
    expect(words('digue')).toEqual(['Digue', 'digue', 'DIGUE', 'digue']);
    expect(words('digue', true)).toEqual(['digue', 'digue']);
    expect(words('')).toEqual([]);
  });

  it('never overlaps, and never crosses a block or a mention', () => {
    expect(words('aa', false, docOf(paragraph(text('aaaaa'))))).toHaveLength(2);
    expect(words('DigueLa')).toEqual([]);
    const mentioned = docOf(
      paragraph(text('see'), { type: 'mention', attrs: { id: '1', label: 'Ines' } }, text('now see')),
    );
    expect(words('seenow', false, mentioned)).toEqual([]);
    expect(words('now see', false, mentioned)).toEqual(['now see']);
  });

  it('keeps positions where lower case is longer', () => {
    expect(words('ist', false, docOf(paragraph(text('İİİ list'))))).toEqual(['ist']);
  });
});

describe('countText', () => {
  it('counts words of the language and characters as people see them', () => {
    expect(countText('Aujourd’hui, les digues tiennent.', 'fr')).toEqual({ words: 4, characters: 33 });
    expect(countText('e\u0301te\u0301\n', 'fr')).toEqual({ words: 1, characters: 3 });
    expect(countText(' … — ', 'en').words).toBe(0);
  });
});

const node = (id: string, parentId: string | null, position: string): DocumentNode => ({
  id,
  parentId,
  position,
  title: id,
  editedAt: '2026-01-01T00:00:00Z',
  trashedAt: null,
  label: null,
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
const tree = buildTree([
  node('b', null, 'a1'),
  node('a', null, 'a0'),
  node('Z', null, 'Zz'),
  node('a2', 'a', 'a1'),
  node('a1', 'a', 'a0'),
  node('lost', 'unknown', 'a5'),
]);

describe('buildTree', () => {
  it('orders siblings by code unit and keeps nodes whose parent is not there', () => {
    expect(tree.map(({ id }) => id)).toEqual(['Z', 'a', 'b', 'lost']);
    expect(tree[1]?.children.map(({ id }) => id)).toEqual(['a1', 'a2']);
  });
});

describe('moveTarget', () => {
  it('names the parent and the sibling before', () => {
    expect(moveTarget(tree, 'b', 'a1', 'after')).toEqual({ parentId: 'a', afterId: 'a1' });
    expect(moveTarget(tree, 'b', 'Z', 'before')).toEqual({ parentId: null, afterId: null });
    expect(moveTarget(tree, 'b', 'a', 'on')).toEqual({ parentId: 'a', afterId: 'a2' });
    expect(moveTarget(tree, 'a1', 'a2', 'after')).toEqual({ parentId: 'a', afterId: 'a2' });
    expect(moveTarget(tree, 'b', 'a', 'before')).toEqual({ parentId: null, afterId: 'Z' });
  });

  it('is nothing where it stands already, or under itself', () => {
    expect(moveTarget(tree, 'a', 'Z', 'after')).toBeNull();
    expect(moveTarget(tree, 'a2', 'a', 'on')).toBeNull();
    expect(moveTarget(tree, 'a', 'a1', 'after')).toBeNull();
    expect(moveTarget(tree, 'a', 'a', 'on')).toBeNull();
    expect(moveTarget(tree, 'a', 'nowhere', 'on')).toBeNull();
  });
});

describe('fittingCount', () => {
  it('keeps room for one more, and for the lines among those shown', () => {
    const lines = [0, 0, 1, 1, 2];
    expect(fittingCount(1_000, 36, lines)).toBe(4);
    expect(fittingCount(3 * 36 + 2 * 2 + 15, 36, lines)).toBe(2);
    expect(fittingCount(3 * 36 + 2 * 2 + 14, 36, lines)).toBe(1);
    expect(fittingCount(50, 36, lines)).toBe(0);
  });
});

describe('trashRows', () => {
  it('counts what went along with its parent, and shows alone what was thrown away before', () => {
    const at = (id: string, parentId: string | null, trashedAt: string) => ({
      ...node(id, parentId, 'a0'),
      trashedAt,
    });
    const roots = buildTree([
      at('a', null, '2026-01-02T00:00:00Z'),
      at('a1', 'a', '2026-01-02T00:00:00Z'),
      at('a1x', 'a1', '2026-01-02T00:00:00Z'),
      at('a2', 'a', '2026-01-01T00:00:00Z'),
      at('b', 'live', '2026-01-03T00:00:00Z'),
    ]);
    expect(trashRows(roots).map(({ id, below }) => [id, below])).toEqual([
      ['b', 0],
      ['a', 2],
      ['a2', 0],
    ]);
  });
});
