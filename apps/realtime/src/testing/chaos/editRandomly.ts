import { CONTENT_FRAGMENT } from '@hemicycle/collab/contentFragment';
import * as Y from 'yjs';
import type { createRandom } from '../createRandom';

export type Random = ReturnType<typeof createRandom>;

/** Origin of edits made here, so that they are told from what arrives. */
export const LOCAL = 'chaos';

const WORDS = ['Küste', 'budget', 'réunion', '😀', 'eau ', 'der ', 'table', '\u{1f3db}\ufe0f', 'x'];
const MARKS = [{ bold: {} }, { italic: {} }, { link: { href: 'https://water.example' } }, { bold: null }];
const BLOCKS = ['paragraph', 'heading', 'bulletList', 'codeBlock', 'table', 'horizontalRule'];

/**
 * One edit of a text document as the editor would make it: a transaction on the fragment that Tiptap binds to. No undo:
 * Yjs itself brings replicas that undo and redo into different orders, without any server in 2 of 420 plays of 300
 * steps, and in none without; what is judged here is ours.
 */
export function editRandomly(random: Random, doc: Y.Doc): void {
  const content = doc.getXmlFragment(CONTENT_FRAGMENT);
  doc.transact(() => {
    const dice = random.next();
    const texts = textsOf(content);
    const text = texts[random.below(texts.length)];
    if (!text || dice < 0.13) insertBlock(random, content);
    else if (dice < 0.18) removeBlocks(random, content);
    else if (dice < 0.21) split(random, content, text);
    else if (dice < 0.24) setAttribute(random, content);
    else if (dice < 0.32) format(random, text);
    else if (dice < 0.5) remove(random, text);
    else if (dice < 0.505) text.insert(rangeIn(random, text).at, 'pasted '.repeat(random.below(6_000)));
    else type(random, text);
  }, LOCAL);
}

function textsOf(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsOf(child) : [];
  });
}

function words(random: Random, most: number): string {
  let text = '';
  for (let i = random.below(most); i >= 0; i--) text += WORDS[random.below(WORDS.length)];
  return text;
}

/**
 * A range of at most `most` that begins and ends between characters: no editor puts a caret inside one, and Yjs does not
 * converge on halves of one.
 */
function rangeIn(random: Random, text: Y.XmlText, most = 0): { at: number; length: number } {
  const plain = plainOf(text);
  const between = (place: number) => (/[\udc00-\udfff]/.test(plain.charAt(place)) ? place + 1 : place);
  const at = between(random.below(plain.length + 1));
  return { at, length: between(Math.min(plain.length, at + random.below(most + 1))) - at };
}

/** Its characters without tags, one for each place. */
const plainOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('');

function type(random: Random, text: Y.XmlText): void {
  text.insert(rangeIn(random, text).at, words(random, 3), random.chance(0.1) ? { bold: {} } : undefined);
}

function remove(random: Random, text: Y.XmlText): void {
  const { at, length } = rangeIn(random, text, random.chance(0.1) ? 5_000 : 6);
  if (length > 0) text.delete(at, length);
  else type(random, text);
}

function format(random: Random, text: Y.XmlText): void {
  const { at, length } = rangeIn(random, text, 20);
  if (length > 0) text.format(at, length, MARKS[random.below(MARKS.length)] ?? {});
  else type(random, text);
}

function block(random: Random, name: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  const text = new Y.XmlText(words(random, 4));
  const inner = (...names: string[]): Y.XmlElement => {
    const [first = 'paragraph', ...rest] = names;
    const child = new Y.XmlElement(first);
    child.insert(0, [rest.length > 0 ? inner(...rest) : new Y.XmlText(words(random, 2))]);
    return child;
  };
  if (name === 'bulletList')
    element.insert(0, [inner('listItem', 'paragraph'), inner('listItem', 'paragraph')]);
  else if (name === 'table') element.insert(0, [inner('tableRow', 'tableCell', 'paragraph')]);
  else if (name !== 'horizontalRule') element.insert(0, [text]);
  if (name === 'heading') element.setAttribute('level', String(1 + random.below(4)));
  return element;
}

function insertBlock(random: Random, content: Y.XmlFragment): void {
  const name = BLOCKS[random.below(BLOCKS.length)] ?? 'paragraph';
  content.insert(random.below(content.length + 1), [block(random, name)]);
}

function removeBlocks(random: Random, content: Y.XmlFragment): void {
  if (content.length < 3) {
    insertBlock(random, content);
    return;
  }
  const at = random.below(content.length);
  content.delete(at, Math.min(content.length - at, 1 + random.below(3)));
}

/** Enter in the middle of a line: the rest moves to a new block. */
function split(random: Random, content: Y.XmlFragment, text: Y.XmlText): void {
  const { at } = rangeIn(random, text);
  const rest = plainOf(text).slice(at);
  if (text.length > at) text.delete(at, text.length - at);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(rest)]);
  content.insert(random.below(content.length + 1), [paragraph]);
}

function setAttribute(random: Random, content: Y.XmlFragment): void {
  const element = content.length > 0 ? content.get(random.below(content.length)) : null;
  if (element instanceof Y.XmlElement) element.setAttribute('level', String(1 + random.below(4)));
  else insertBlock(random, content);
}
