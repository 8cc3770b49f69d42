import type { Document } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { documentAccess } from '../access/documentAccess';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { inTransaction, type Operation } from '../operation';
import { lockTree, withDescendants } from './documentTree';
import { readDocument, readDocumentAnew } from './readDocument';

/**
 * Puts a document into the trash, with everything below it that is not there already. Doing it twice is doing it once.
 * @throws DomainError not_found, forbidden
 */
export async function trashDocument(op: Operation, input: { documentId: string }): Promise<Document> {
  return inTransaction(op, async (op) => {
    const first = await documentAccess(op, input.documentId);
    authorize(op.actor, 'document', first.state.trashed ? 'restore' : 'trash', first.state);
    await lockTree(op, first.spaceId);
    const access = await documentAccess(op, input.documentId);
    if (access.state.trashed) return readDocument(op, access);
    const { documentId, spaceId } = access;
    const all = await withDescendants(op, documentId);
    const taken = all.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id);
    await op.db.document.updateMany({
      where: { id: { in: taken } },
      data: { trashedAt: op.now, trashedWithId: documentId },
    });
    await audit(op, 'document.trashed', { type: 'document', id: documentId }, { count: taken.length });
    for (const id of taken) {
      await publish(op, `space:${spaceId}`, {
        type: 'document.changed',
        spaceId,
        documentId: id,
        change: 'trashed',
      });
    }
    return readDocumentAnew(op, documentId);
  });
}
