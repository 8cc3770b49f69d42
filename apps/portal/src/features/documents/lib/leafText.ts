import type { Node } from '@tiptap/pm/model';

/** What a node without text of its own reads as: a mention by its name, a line break as one, a picture as nothing. */
export function leafText(node: Node): string {
  if (node.type.name === 'mention') return `@${String(node.attrs.label)}`;
  return node.type.name === 'hardBreak' ? '\n' : '';
}
