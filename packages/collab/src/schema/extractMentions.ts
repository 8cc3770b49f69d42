import * as Y from 'yjs';
import { CONTENT_FRAGMENT } from './contentFragment';

/** Against a document that names a whole ministry. People. */
const MOST_PEOPLE = 200;
/** Against a document whose nesting was made to exhaust whoever reads it. Levels. */
const MAX_DEPTH = 100;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** How often a document names each person, by id; read from Yjs without a browser. Ids that are none are left out. */
export function extractMentions(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (children: readonly unknown[], depth: number): void => {
    for (const child of children) {
      if (!(child instanceof Y.XmlElement) || depth > MAX_DEPTH) continue;
      if (child.nodeName === 'mention') count(child);
      else visit(child.toArray(), depth + 1);
    }
  };
  const count = (element: Y.XmlElement): void => {
    const id: unknown = element.getAttribute('id');
    if (typeof id !== 'string' || !UUID.test(id)) return;
    const known = counts.get(id);
    if (known === undefined && counts.size >= MOST_PEOPLE) return;
    counts.set(id, (known ?? 0) + 1);
  };
  visit(doc.getXmlFragment(CONTENT_FRAGMENT).toArray(), 0);
  return counts;
}
