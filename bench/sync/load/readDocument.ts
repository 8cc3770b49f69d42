import * as Y from 'yjs';
import type { Crowd } from './Crowd';
import type { ReadText } from './orders';

/** Puts what a client kept into a Y.Doc, as a browser would. */
export function readDocument(crowd: Crowd, index: number): ReadText {
  const client = crowd.clients[index];
  if (!client?.order.keep) throw new Error(`client ${index} keeps nothing`);
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of client.kept) Y.applyUpdate(doc, update);
  });
  const text = plainText(doc.getXmlFragment('content'));
  return {
    text,
    updates: client.kept.length,
    bytes: client.kept.reduce((sum, update) => sum + update.length, 0),
    ms: performance.now() - client.joinStarted,
  };
}

function plainText(node: Y.XmlFragment | Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? child.toString() : plainText(child as Y.XmlElement)))
    .join('');
}
