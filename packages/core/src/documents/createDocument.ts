import { type Document, DomainError, LIMITS } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { authorize } from '../access/authorize';
import { documentAccess } from '../access/documentAccess';
import { spaceAccess } from '../access/spaceAccess';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { ancestorsOf, freePosition, lockTree } from './documentTree';
import { EMPTY_CONTENT } from './emptyContent';
import { readDocumentAnew } from './readDocument';

export interface CreateDocumentInput {
  spaceId: string;
  title: string;
  /** null: at the root of the space's tree. */
  parentId: string | null;
  /** A Yjs v1 update and its plain text; for seeds and imports. An empty paragraph when left out. */
  content?: { update: Uint8Array<ArrayBuffer>; plainText: string };
}

/**
 * Creates a document as the last of its siblings, with its first content: only here, so that no two browsers each
 * bring their own beginning.
 * @throws DomainError not_found (the space, or a parent that is not a document of it), forbidden, document_trashed
 * (the parent), too_deep
 */
export async function createDocument(op: Operation, input: CreateDocumentInput): Promise<Document> {
  return inTransaction(op, async (op) => {
    authorize(op.actor, 'space', 'createDocument', (await spaceAccess(op, input.spaceId)).state);
    await lockTree(op, input.spaceId);
    if (input.parentId !== null) await checkParent(op, input.spaceId, input.parentId, 1);
    const id = newId();
    const { userId } = accountOf(op);
    const plainText = input.content?.plainText ?? '';
    await op.db.document.create({
      data: {
        id,
        spaceId: input.spaceId,
        parentId: input.parentId,
        position: await freePosition(op, { ...input, afterId: 'end' }),
        title: input.title,
        plainText,
        searchText: foldText(input.title, plainText),
        createdById: userId,
        createdAt: op.now,
        editedById: userId,
        editedAt: op.now,
        updates: {
          create: {
            epoch: 1,
            update: input.content?.update ?? EMPTY_CONTENT,
            authorIds: [userId],
            createdAt: op.now,
          },
        },
      },
      select: { id: true },
    });
    await audit(op, 'document.created', { type: 'document', id }, { spaceId: input.spaceId });
    await publish(op, `space:${input.spaceId}`, {
      type: 'document.changed',
      spaceId: input.spaceId,
      documentId: id,
      change: 'created',
    });
    return readDocumentAnew(op, id);
  });
}

/**
 * The parent must be a live document of the space that the caller may write in, with room for `levels` more below it.
 * Call with the tree locked.
 * @throws DomainError not_found, forbidden, document_trashed, too_deep
 */
export async function checkParent(
  op: Operation,
  spaceId: string,
  parentId: string,
  levels: number,
): Promise<void> {
  const parent = await documentAccess(op, parentId);
  authorize(op.actor, 'document', 'read', parent.state);
  authorize(op.actor, 'document', 'write', { ...parent.state, trashed: false });
  if (parent.spaceId !== spaceId) throw new DomainError('not_found', 'the parent is in another space');
  if (parent.state.trashed) throw new DomainError('document_trashed', 'the parent is in the trash');
  const above = (await ancestorsOf(op, parentId)).length + 1;
  if (above + levels > LIMITS.documentDepth) throw new DomainError('too_deep');
}
