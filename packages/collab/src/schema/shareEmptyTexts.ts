import * as Y from 'yjs';

/** Blocks whose children are text. */
const TEXTBLOCKS = new Set(['paragraph', 'heading', 'codeBlock']);

/**
 * Gives every empty block that is made here a text at once. Were the text left to the first letter, two people who
 * begin in the same empty block at the same moment would each make one, and y-tiptap repeats letters when it joins the
 * two. Returns what ends it.
 */
export function shareEmptyTexts(doc: Y.Doc): () => void {
  const complete = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    const empty = [...transaction.changed.keys()].flatMap((parent) =>
      parent instanceof Y.XmlFragment ? newEmptyBlocks(parent, transaction) : [],
    );
    if (empty.length === 0) return;
    // The same origin: undo takes the text away together with its block.
    doc.transact(() => {
      for (const block of empty) block.insert(0, [new Y.XmlText()]);
    }, transaction.origin);
  };
  doc.on('afterTransaction', complete);
  return () => doc.off('afterTransaction', complete);
}

function newEmptyBlocks(parent: Y.XmlFragment, transaction: Y.Transaction): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    const id = child._item?.id;
    const isNew = id !== undefined && id.clock >= (transaction.beforeState.get(id.client) ?? 0);
    if (!isNew || !(child instanceof Y.XmlElement)) return [];
    if (TEXTBLOCKS.has(child.nodeName)) return child.length === 0 ? [child] : [];
    return newEmptyBlocks(child, transaction);
  });
}
