import type { Document } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { documentAccess } from '../access/documentAccess';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { keepLabel } from '../labels/keepLabel';
import { labelsOn } from '../labels/labelsOn';
import { inTransaction, type Operation } from '../operation';
import { freePosition, lockTree, withDescendants } from './documentTree';
import { readDocument, readDocumentAnew } from './readDocument';

/**
 * Takes a document out of the trash, with what was trashed along with it below it. Its place is the one it had; when
 * its parent is in the trash, it becomes the last at the root, under the label it had. Doing it twice is doing it once.
 * @throws DomainError not_found, forbidden
 */
export async function restoreDocument(op: Operation, input: { documentId: string }): Promise<Document> {
  return inTransaction(op, async (op) => {
    const first = await documentAccess(op, input.documentId);
    authorize(op.actor, 'document', first.state.trashed ? 'restore' : 'trash', first.state);
    await lockTree(op, first.spaceId);
    const access = await documentAccess(op, input.documentId);
    if (!access.state.trashed) return readDocument(op, access);
    const { documentId, spaceId } = access;
    const all = await withDescendants(op, documentId);
    const companion = all.find(({ id }) => id === documentId)?.trashedWithId;
    const taken = all.filter(({ trashedWithId }) => trashedWithId === companion).map(({ id }) => id);
    await op.db.document.updateMany({
      where: { id: { in: taken } },
      data: { trashedAt: null, trashedWithId: null },
    });
    await returnToTree(op, documentId);
    await audit(op, 'document.restored', { type: 'document', id: documentId }, { count: taken.length });
    for (const id of taken) {
      await publish(op, `space:${spaceId}`, {
        type: 'document.changed',
        spaceId,
        documentId: id,
        change: 'restored',
      });
    }
    return readDocumentAnew(op, documentId);
  });
}

async function returnToTree(op: Operation, documentId: string): Promise<void> {
  const { spaceId, parent } = await op.db.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { spaceId: true, parent: { select: { trashedAt: true } } },
  });
  if (!parent?.trashedAt) return;
  const labels = await labelsOn(op, { resourceType: 'document', resourceId: documentId });
  await op.db.document.update({
    where: { id: documentId },
    data: { parentId: null, position: await freePosition(op, { spaceId, parentId: null, afterId: 'end' }) },
    select: { id: true },
  });
  await keepLabel(op, documentId, labels);
}
