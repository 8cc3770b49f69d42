import type { Document } from '@hemicycle/contracts';
import { documentAccess } from '../access/documentAccess';
import type { Operation } from '../operation';
import { readDocument } from './readDocument';

/** @throws DomainError not_found */
export async function getDocument(op: Operation, input: { documentId: string }): Promise<Document> {
  return readDocument(op, await documentAccess(op, input.documentId));
}
