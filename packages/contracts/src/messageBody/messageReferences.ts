import type { MessageInline, MessageReference } from './messageNodes';
import { parseMessageBody } from './parseMessageBody';

/** Every mention and document link of a body, in order. What stands inside code names nobody. */
export function messageReferences(body: string): MessageReference[] {
  return parseMessageBody(body).flatMap((block) => {
    if (block.type === 'code') return [];
    return block.type === 'list' ? block.items.flatMap(inInline) : inInline(block.children);
  });
}

function inInline(nodes: readonly MessageInline[]): MessageReference[] {
  return nodes.flatMap((node) => {
    if (node.type === 'mention' || node.type === 'document') return [node];
    return node.type === 'bold' || node.type === 'italic' ? inInline(node.children) : [];
  });
}
