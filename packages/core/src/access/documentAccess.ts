import { DomainError, type LabelMark, type Role } from '@hemicycle/contracts';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { documentStandings } from './documentStandings';

export interface DocumentAccess {
  readonly documentId: string;
  readonly spaceId: string;
  readonly epoch: number;
  readonly role: Role | null;
  readonly label: LabelMark | null;
  readonly state: ResourceStates['document'];
}

/**
 * What decides about a document for the caller. One query.
 * @throws DomainError sign_in_required, or not_found when there is no such document
 */
export async function documentAccess(op: Operation, documentId: string): Promise<DocumentAccess> {
  const { userId } = accountOf(op);
  const [standing] = await documentStandings(op.db, [{ userId, documentId }], op.now);
  if (!standing) throw new DomainError('not_found', 'document');
  const { spaceId, epoch, role, label, trashed, exportable } = standing;
  return { documentId, spaceId, epoch, role, label, state: { role, trashed, exportable } };
}
