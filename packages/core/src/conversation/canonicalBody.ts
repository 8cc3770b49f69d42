import {
  documentMarkup,
  escapeMarkup,
  type MessageReference,
  mentionMarkup,
  messageReferences,
  rewriteReferences,
} from '@hemicycle/contracts';
import { membersAmong } from '../access/membersAmong';
import { readableDocuments } from '../access/readableDocuments';
import type { Operation } from '../operation';

export interface CanonicalBody {
  body: string;
  /** Members of the space the body names. */
  mentioned: string[];
}

/**
 * The body as it is kept. A mention of a member carries that member's own name, any other is plain text; a document
 * link carries the title its author can read. What the author cannot read is plain text, unless `kept` (the body
 * before an edit) already linked it: then it stays as it was.
 */
export async function canonicalBody(
  op: Operation,
  spaceId: string,
  body: string,
  kept = '',
): Promise<CanonicalBody> {
  const references = messageReferences(body);
  const ids = (type: MessageReference['type']) => [
    ...new Set(references.filter((found) => found.type === type).map((found) => found.id)),
  ];
  const members = await membersAmong(op, spaceId, ids('mention'));
  const documents = await readableDocuments(op, ids('document'));
  const before = new Map(messageReferences(kept).map((found) => [found.id, found.label]));
  const rewritten = rewriteReferences(body, (found) => {
    if (found.type === 'mention') {
      const name = members.get(found.id);
      return name === undefined ? `@${escapeMarkup(found.label)}` : mentionMarkup(found.id, name);
    }
    const title = documents.get(found.id)?.title ?? before.get(found.id);
    return title === undefined ? escapeMarkup(found.label) : documentMarkup(found.id, title);
  });
  return { body: rewritten, mentioned: [...members.keys()] };
}
