import {
  createDocument,
  getDocument,
  listDocuments,
  listTree,
  moveDocument,
  readImage,
  renameDocument,
  restoreDocument,
  trashDocument,
  uploadImage,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';
import { imageResponse } from './imageResponse';

export const documentHandlers = defineHandlers({
  'GET /documents': (op, { query }) => listDocuments(op, query),
  'GET /spaces/{spaceId}/documents': (op, { params, query }) =>
    listTree(op, { ...params, trashed: query.trashed === 'true' }),
  'POST /spaces/{spaceId}/documents': (op, { params, body }) => createDocument(op, { ...params, ...body }),
  'GET /documents/{documentId}': (op, { params }) => getDocument(op, params),
  'PATCH /documents/{documentId}': (op, { params, body }) => renameDocument(op, { ...params, ...body }),
  'POST /documents/{documentId}/move': (op, { params, body }) => moveDocument(op, { ...params, ...body }),
  'POST /documents/{documentId}/trash': (op, { params }) => trashDocument(op, params),
  'POST /documents/{documentId}/restore': (op, { params }) => restoreDocument(op, params),
  'POST /documents/{documentId}/images': (op, { params, bytes }) => uploadImage(op, { ...params, bytes }),
  'GET /documents/{documentId}/images/{imageId}': async (op, { params, headers }) =>
    imageResponse(
      params.imageId,
      // What a browser says that it loads for `<img>`; opened by itself or fetched by a program it is a download.
      await readImage(op, { ...params, shown: headers.get('sec-fetch-dest') === 'image' }),
      headers,
    ),
});
