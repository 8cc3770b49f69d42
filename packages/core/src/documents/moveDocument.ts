import { type Document, DomainError } from '@hemicycle/contracts';
import { can } from '@hemicycle/policies';
import { documentAccess } from '../access/documentAccess';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { keepLabel } from '../labels/keepLabel';
import { labelsOn } from '../labels/labelsOn';
import { inTransaction, type Operation } from '../operation';
import { authorizeLive } from './authorizeLive';
import { checkParent } from './createDocument';
import { freePosition, lockTree, withDescendants } from './documentTree';
import { readDocumentAnew } from './readDocument';

export interface MoveDocumentInput {
  documentId: string;
  /** null: the root of its space. */
  parentId: string | null;
  /** The sibling it comes to stand behind; null: first. */
  afterId: string | null;
}

/**
 * Moves a document, with everything below it, within the tree of its space; it keeps at least the label it stood under. What is checked is checked with the tree
 * locked: two people who move two documents under each other at once do not make a ring.
 * @throws DomainError not_found, forbidden, document_trashed, moved_under_itself, too_deep, conflict (`afterId` does
 * not stand there any more)
 */
export async function moveDocument(op: Operation, input: MoveDocumentInput): Promise<Document> {
  return inTransaction(op, async (op) => {
    const { documentId, spaceId } = await authorizeLive(op, input.documentId, 'move');
    await lockTree(op, spaceId);
    // Who waited for the lock may have lost the right, or find the document elsewhere.
    await authorizeLive(op, documentId, 'move');
    await authorizeTaking(op, documentId, input.parentId);
    const moved = await withDescendants(op, documentId);
    if (input.parentId !== null) {
      if (moved.some(({ id }) => id === input.parentId)) throw new DomainError('moved_under_itself');
      const levels = 1 + Math.max(...moved.map(({ level }) => level));
      await checkParent(op, spaceId, input.parentId, levels);
    }
    if (input.afterId !== null) await checkSibling(op, { ...input, afterId: input.afterId, spaceId });
    const position = await freePosition(op, { ...input, spaceId, movedId: documentId });
    const labels = await labelsOn(op, { resourceType: 'document', resourceId: documentId });
    await op.db.document.update({
      where: { id: documentId },
      data: { parentId: input.parentId, position },
      select: { id: true },
    });
    await keepLabel(op, documentId, labels);
    await audit(op, 'document.moved', { type: 'document', id: documentId }, { parentId: input.parentId });
    await publish(op, `space:${spaceId}`, {
      type: 'document.changed',
      spaceId,
      documentId,
      change: 'moved',
    });
    return readDocumentAnew(op, documentId);
  });
}

/**
 * Moving a document changes who inherits it. It is for who may write where it stands and where it goes, not for who was
 * given that one document: they would give it, or take it from, people who are not theirs to decide about.
 */
async function authorizeTaking(op: Operation, documentId: string, to: string | null): Promise<void> {
  const { parentId: from, spaceId } = await op.db.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { parentId: true, spaceId: true },
  });
  if (from === to) return;
  const place =
    from === null || to === null
      ? (await spaceAccess(op, spaceId)).role
      : (await documentAccess(op, from)).role;
  const allowed = can(op.actor, 'document', 'write', { role: place, trashed: false, exportable: false });
  if (!allowed) throw new DomainError('forbidden', 'document.move');
}

async function checkSibling(
  op: Operation,
  place: { spaceId: string; documentId: string; parentId: string | null; afterId: string },
): Promise<void> {
  const sibling = await op.db.document.findFirst({
    where: { id: place.afterId, spaceId: place.spaceId, parentId: place.parentId, trashedAt: null },
    select: { id: true },
  });
  if (sibling === null || sibling.id === place.documentId) throw new DomainError('conflict', 'afterId');
}
