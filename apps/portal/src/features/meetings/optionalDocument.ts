import 'server-only';
import { type Document, Id } from '@hemicycle/contracts';
import { ApiProblem } from '@/lib/ApiProblem';
import { readApi } from '@/lib/serverApi';

/** The document an address asks to see beside the meeting; null when it is not one of the space, or not for the reader. */
export async function optionalDocument(
  documentId: string | string[] | undefined,
  spaceId: string,
): Promise<{ id: string; title: string } | null> {
  const id = Id.safeParse(documentId);
  if (!id.success) return null;
  const answer = await readApi('GET /documents/{documentId}', { params: { documentId: id.data } });
  if (answer instanceof ApiProblem) return null;
  const document = answer as Document;
  if (document.spaceId !== spaceId || document.trashedAt) return null;
  return { id: document.id, title: document.title };
}
