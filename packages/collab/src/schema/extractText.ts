import * as Y from 'yjs';
import { CONTENT_FRAGMENT } from './contentFragment';

/** Against a database row as long as a library. Characters. */
const MAX_TEXT = 200_000;
/** Against a document whose nesting was made to exhaust whoever reads it. Levels. */
const MAX_DEPTH = 100;

/** Nodes that flow in a line of text. */
const INLINE = new Set(['mention', 'hardBreak']);
const CELLS = new Set(['tableCell', 'tableHeader']);

/**
 * The plain text of a document, for search and excerpts, read from Yjs without a browser: a line for each block, a
 * tab between the cells of a table's row, `@name` for a mention, a picture's description for a picture.
 */
export function extractText(doc: Y.Doc): string {
  const reader = new TextReader();
  reader.children(doc.getXmlFragment(CONTENT_FRAGMENT).toArray(), 0);
  return reader.text();
}

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

class TextReader {
  private readonly parts: string[] = [];
  private length = 0;

  text(): string {
    return this.parts
      .join('')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
      .slice(0, MAX_TEXT);
  }

  children(children: readonly Child[], depth: number): void {
    for (const child of children) {
      if (this.length > MAX_TEXT || depth > MAX_DEPTH) return;
      if (child instanceof Y.XmlText) this.inline(child);
      else if (child instanceof Y.XmlElement) this.element(child, depth);
    }
  }

  private inline(text: Y.XmlText): void {
    for (const { insert } of text.toDelta() as { insert: unknown }[]) {
      if (typeof insert === 'string') this.add(insert);
    }
  }

  private element(element: Y.XmlElement, depth: number): void {
    const name = element.nodeName;
    if (name === 'mention') this.add(`@${attribute(element, 'label')}`);
    else if (name === 'hardBreak') this.add('\n');
    else if (name === 'image') this.add(`${attribute(element, 'alt')}\n`);
    else if (CELLS.has(name)) this.cell(element, depth);
    else this.children(element.toArray(), depth + 1);
    if (!INLINE.has(name) && !CELLS.has(name)) this.add('\n');
  }

  /** The blocks of a cell stay on the row's line. */
  private cell(element: Y.XmlElement, depth: number): void {
    const inside = new TextReader();
    inside.children(element.toArray(), depth + 1);
    this.add(`${inside.text().replace(/\n/g, ' ')}\t`);
  }

  private add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

function attribute(element: Y.XmlElement, name: string): string {
  const value: unknown = element.getAttribute(name);
  return typeof value === 'string' ? value : '';
}
