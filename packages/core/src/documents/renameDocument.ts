import type { Document } from '@hemicycle/contracts';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { authorizeLive } from './authorizeLive';
import { readDocument } from './readDocument';

/** @throws DomainError not_found, forbidden, document_trashed */
export async function renameDocument(
  op: Operation,
  input: { documentId: string; title: string },
): Promise<Document> {
  return inTransaction(op, async (op) => {
    const access = await authorizeLive(op, input.documentId, 'rename');
    const { documentId, spaceId } = access;
    // The realtime server writes text and search text of the same row: neither may overwrite the other's.
    await op.db.$queryRaw`SELECT 1 FROM documents WHERE id = ${documentId}::uuid FOR NO KEY UPDATE`;
    const before = await op.db.document.findUniqueOrThrow({
      where: { id: documentId },
      select: { title: true, plainText: true },
    });
    if (before.title === input.title) return readDocument(op, access);
    await op.db.document.update({
      where: { id: documentId },
      data: {
        title: input.title,
        searchText: foldText(input.title, before.plainText),
        editedAt: op.now,
        editedById: accountOf(op).userId,
      },
      select: { id: true },
    });
    await audit(op, 'document.renamed', { type: 'document', id: documentId });
    await publish(op, `space:${spaceId}`, {
      type: 'document.changed',
      spaceId,
      documentId,
      change: 'renamed',
    });
    return readDocument(op, access);
  });
}
