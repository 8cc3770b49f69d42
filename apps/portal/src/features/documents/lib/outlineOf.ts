import type { Node } from '@tiptap/pm/model';
import { leafText } from './leafText';

export interface OutlineEntry {
  /** 1 to 4. */
  readonly level: number;
  readonly text: string;
  /** Where the heading's node begins in the document it was read from. */
  readonly pos: number;
  /** Steps to the right: a document that begins with level 2 is not drawn indented. */
  readonly indent: number;
}

/** The headings of a document in order; empty ones are left out, there is nothing to go to by. */
export function outlineOf(doc: Node): OutlineEntry[] {
  const found: Omit<OutlineEntry, 'indent'>[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading') {
      const text = node.textBetween(0, node.content.size, ' ', leafText).replace(/\s+/g, ' ').trim();
      if (text !== '') found.push({ level: Number(node.attrs.level) || 1, text, pos });
      return false;
    }
    return !node.isTextblock;
  });
  const open: number[] = [];
  return found.map((entry) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= entry.level) open.pop();
    open.push(entry.level);
    return { ...entry, indent: open.length - 1 };
  });
}
