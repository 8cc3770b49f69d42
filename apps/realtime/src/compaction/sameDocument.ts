import { CONTENT_FRAGMENT } from '@hemicycle/collab/contentFragment';
import * as Y from 'yjs';

/** Whether two documents hold the same structs and deletions, and read the same. */
export function sameDocument(a: Y.Doc, b: Y.Doc): boolean {
  return (
    Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) &&
    a.getXmlFragment(CONTENT_FRAGMENT).toString() === b.getXmlFragment(CONTENT_FRAGMENT).toString()
  );
}
