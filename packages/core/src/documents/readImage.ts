import { DomainError } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { documentAccess } from '../access/documentAccess';
import type { Operation } from '../operation';

export interface StoredImage {
  contentType: string;
  /** Length of the body. */
  bytes: number;
  /** Its bytes, once. @throws DomainError not_found when the store has lost them */
  open: () => Promise<ReadableStream<Uint8Array>>;
}

/**
 * An image of a document the caller may read; other than `shown` in its page it is a download, which a label may forbid.
 * @throws DomainError not_found, also when it belongs to another document; forbidden
 */
export async function readImage(
  op: Operation,
  input: { documentId: string; imageId: string; shown: boolean },
): Promise<StoredImage> {
  const access = await documentAccess(op, input.documentId);
  authorize(op.actor, 'document', input.shown ? 'read' : 'export', access.state);
  const image = await op.db.documentImage.findFirst({
    where: { id: input.imageId, documentId: input.documentId },
    select: { blobKey: true, contentType: true, bytes: true },
  });
  if (image === null) throw new DomainError('not_found', 'image');
  return {
    contentType: image.contentType,
    bytes: image.bytes,
    async open() {
      const body = await op.services.blobs.read(image.blobKey);
      if (body === null) throw new DomainError('not_found', 'blob');
      return body;
    },
  };
}
