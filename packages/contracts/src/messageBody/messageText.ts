import type { MessageInline } from './messageNodes';
import { parseMessageBody } from './parseMessageBody';

/**
 * The plain words of a body, blocks and lines separated by spaces. Titles of documents are left out unless `documents`
 * says so: not everyone who reads a message may read what it links to.
 */
export function messageText(body: string, options: { readonly documents?: boolean } = {}): string {
  const words = (nodes: readonly MessageInline[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'break') return ' ';
        if (node.type === 'bold' || node.type === 'italic') return words(node.children);
        if (node.type === 'mention') return `@${node.label}`;
        if (node.type === 'document') return options.documents ? node.label : '';
        return node.text;
      })
      .join('');
  return parseMessageBody(body)
    .map((block) => {
      if (block.type === 'code') return block.text;
      return block.type === 'list' ? block.items.map(words).join(' ') : words(block.children);
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
