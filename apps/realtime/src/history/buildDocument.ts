import * as Y from 'yjs';
import { joinUpdates } from '../protocol/joinUpdates';

/**
 * The document that pieces of history make up. They are taken all at once: pieces fill each other's gaps, and fed one
 * by one in such an order Yjs may hold back for good what is complete.
 * @param updates at least one; the caller destroys the document
 * @throws MalformedError when one of them is no update
 */
export function buildDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, joinUpdates(updates));
  return doc;
}
