import { type MessageReference, messageReferences, rewriteReferences } from '@hemicycle/contracts';
import type { Draft } from './Draft';

/** The draft that would be posted as this body, for editing it. Documents inside a sentence leave their title there. */
export function decodeBody(body: string, titles: ReadonlyMap<string, string> = new Map()): Draft {
  const references = messageReferences(body);
  const titleOf = (reference: MessageReference) => titles.get(reference.id) ?? reference.label;
  const text = rewriteReferences(body, (reference) => {
    if (reference.type === 'mention') return `@${reference.label}`;
    return standsAlone(body, reference) ? '' : titleOf(reference);
  });
  return {
    text: text.replace(/\n{3,}/g, '\n\n').trim(),
    people: unique(references, 'mention').map(({ id, label }) => ({ id, name: label })),
    documents: unique(references, 'document').map((reference) => ({
      id: reference.id,
      title: titleOf(reference),
    })),
  };
}

function unique(references: readonly MessageReference[], type: MessageReference['type']): MessageReference[] {
  const wanted = references.filter((reference) => reference.type === type);
  return wanted.filter((reference, at) => wanted.findIndex(({ id }) => id === reference.id) === at);
}

function standsAlone(body: string, { start, end }: MessageReference): boolean {
  return (start === 0 || body[start - 1] === '\n') && (end === body.length || body[end] === '\n');
}
