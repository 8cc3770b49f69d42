import { z } from 'zod';
import { Id, page } from '../shapes/common';
import {
  CreateDocument,
  Document,
  DocumentNode,
  DocumentSummary,
  DocumentsQuery,
  MoveDocument,
  RenameDocument,
  TreeQuery,
  UploadedImage,
} from '../shapes/documents';
import { defineRoutes } from './route';

const documentId = z.object({ documentId: Id });
const spaceId = z.object({ spaceId: Id });

export const documentRoutes = defineRoutes({
  'GET /documents': {
    summary: 'Documents the caller may read, last edited first',
    access: 'session',
    query: DocumentsQuery,
    response: page(DocumentSummary),
  },
  'GET /spaces/{spaceId}/documents': {
    summary: 'The tree of a space’s documents, or its trash; bounded by LIMITS.documentsPerSpace',
    access: 'session',
    params: spaceId,
    query: TreeQuery,
    response: z.object({ items: z.array(DocumentNode), truncated: z.boolean() }),
  },
  'POST /spaces/{spaceId}/documents': {
    summary: 'Create a document',
    access: 'session',
    params: spaceId,
    body: CreateDocument,
    response: Document,
    status: 201,
  },
  'GET /documents/{documentId}': {
    summary: 'A document',
    access: 'session',
    params: documentId,
    response: Document,
  },
  'PATCH /documents/{documentId}': {
    summary: 'Rename',
    access: 'session',
    params: documentId,
    body: RenameDocument,
    response: Document,
  },
  'POST /documents/{documentId}/move': {
    summary: 'Move within the tree of its space',
    access: 'session',
    params: documentId,
    body: MoveDocument,
    response: Document,
    status: 200,
  },
  'POST /documents/{documentId}/trash': {
    summary: 'Put into the trash, with everything below it',
    access: 'session',
    params: documentId,
    response: Document,
    status: 200,
  },
  'POST /documents/{documentId}/restore': {
    summary: 'Take out of the trash',
    access: 'session',
    params: documentId,
    response: Document,
    status: 200,
  },
  'POST /documents/{documentId}/images': {
    summary: 'Upload an image (PNG, JPEG, GIF, WebP by its bytes)',
    access: 'session',
    params: documentId,
    bodyKind: 'bytes',
    response: UploadedImage,
    status: 201,
  },
  'GET /documents/{documentId}/images/{imageId}': {
    summary: 'An image of a document',
    access: 'session',
    params: z.object({ documentId: Id, imageId: Id }),
    response: 'bytes',
  },
});
