import { DomainError } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { type DocumentAccess, documentAccess } from '../access/documentAccess';
import type { Operation } from '../operation';

/**
 * Asks for an action that a document in the trash does not allow, telling those who could do it otherwise that the
 * trash is the reason.
 * @throws DomainError not_found, forbidden, document_trashed
 */
export async function authorizeLive(
  op: Operation,
  documentId: string,
  action: 'write' | 'rename' | 'move' | 'trash' | 'uploadImage',
): Promise<DocumentAccess> {
  const access = await documentAccess(op, documentId);
  // Who may not see the trash is not told what is in it.
  if (access.state.trashed) authorize(op.actor, 'document', 'read', access.state);
  authorize(op.actor, 'document', action, { ...access.state, trashed: false });
  if (access.state.trashed) throw new DomainError('document_trashed');
  return access;
}
