import type { JSONContent } from '@tiptap/core';
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { CONTENT_FRAGMENT } from './contentFragment';
import { documentSchema } from './documentSchema';

/**
 * A Yjs v1 update that writes this content into an empty document: for seeds, imports and tests. Applied to one that
 * has content it adds a second copy, so only who creates the document may store it.
 *
 * @throws RangeError when the content does not fit the schema.
 */
export function contentUpdate(content: JSONContent): Uint8Array {
  const schema = documentSchema();
  schema.nodeFromJSON(content).check();
  const doc = prosemirrorJSONToYDoc(schema, content, CONTENT_FRAGMENT);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
