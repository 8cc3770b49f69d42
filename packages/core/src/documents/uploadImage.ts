import { DomainError, LIMITS, type RouteResponse } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { authorizeLive } from './authorizeLive';
import { inspectImage } from './inspectImage';

/**
 * Keeps an image for a document. What it is, is told by its bytes; the address is on our own origin and asks for the
 * document's rights each time.
 * @throws DomainError not_found, forbidden, document_trashed, unsupported_media, payload_too_large (bytes or pixels)
 */
export async function uploadImage(
  op: Operation,
  input: { documentId: string; bytes: Uint8Array },
): Promise<RouteResponse<'POST /documents/{documentId}/images'>> {
  await authorizeLive(op, input.documentId, 'uploadImage');
  if (input.bytes.byteLength > LIMITS.imageBytes) throw new DomainError('payload_too_large', 'bytes');
  const facts = inspectImage(input.bytes);
  if (facts === null) throw new DomainError('unsupported_media');
  const { contentType, width, height } = facts;
  if (width * height > LIMITS.imagePixels) throw new DomainError('payload_too_large', 'pixels');
  const id = newId();
  const blobKey = `documents/${input.documentId}/${id}`;
  await op.services.blobs.put(blobKey, input.bytes, contentType);
  try {
    await inTransaction(op, async (op) => {
      await op.db.documentImage.create({
        data: {
          id,
          documentId: input.documentId,
          blobKey,
          contentType,
          bytes: input.bytes.byteLength,
          width,
          height,
          createdById: accountOf(op).userId,
        },
        select: { id: true },
      });
      const resource = { type: 'document', id: input.documentId } as const;
      await audit(op, 'document.imageAdded', resource, { imageId: id, bytes: input.bytes.byteLength });
    });
  } catch (error) {
    await op.services.blobs.remove(blobKey);
    throw error;
  }
  return { id, url: `/api/v1/documents/${input.documentId}/images/${id}`, width, height };
}
