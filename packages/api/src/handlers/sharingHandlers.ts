import {
  answerRequest,
  changeGrant,
  getSharing,
  grantAccess,
  listGrants,
  listPeopleWithAccess,
  listRequests,
  listWaitingRequests,
  openLink,
  previewChange,
  removeLink,
  requestAccess,
  revokeAll,
  revokeGrant,
  setLink,
  setSharingPolicy,
  transferOwnership,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const sharingHandlers = defineHandlers({
  'GET /access/requests': (op, { query }) => listWaitingRequests(op, query),
  'GET /access/{resourceType}/{resourceId}': (op, { params }) => getSharing(op, params),
  'GET /access/{resourceType}/{resourceId}/grants': (op, { params, query }) =>
    listGrants(op, { ...params, ...query }),
  'GET /access/{resourceType}/{resourceId}/people': (op, { params, query }) =>
    listPeopleWithAccess(op, { ...params, ...query }),
  'POST /access/{resourceType}/{resourceId}/grants': (op, { params, body }) =>
    grantAccess(op, { ...params, ...body }),
  'PATCH /access/{resourceType}/{resourceId}/grants/{grantId}': (op, { params, body }) =>
    changeGrant(op, { ...params, ...body }),
  'DELETE /access/{resourceType}/{resourceId}/grants/{grantId}': (op, { params }) => revokeGrant(op, params),
  'DELETE /access/{resourceType}/{resourceId}/grants': (op, { params }) => revokeAll(op, params),
  'POST /access/{resourceType}/{resourceId}/preview': (op, { params, body }) =>
    previewChange(op, { ...params, ...body }),
  'PUT /access/{resourceType}/{resourceId}/policy': (op, { params, body }) =>
    setSharingPolicy(op, { ...params, ...body }),
  'PUT /access/{resourceType}/{resourceId}/link': (op, { params, body }) =>
    setLink(op, { ...params, ...body }),
  'DELETE /access/{resourceType}/{resourceId}/link': (op, { params }) => removeLink(op, params),
  'POST /access/{resourceType}/{resourceId}/requests': (op, { params, body }) =>
    requestAccess(op, { ...params, ...body }),
  'GET /access/{resourceType}/{resourceId}/requests': (op, { params, query }) =>
    listRequests(op, { ...params, ...query }),
  'POST /access/{resourceType}/{resourceId}/requests/{requestId}/answer': (op, { params, body }) =>
    answerRequest(op, { ...params, ...body }),
  'POST /links/open': (op, { body }) => openLink(op, body),
  'POST /spaces/{spaceId}/owner': (op, { params, body }) => transferOwnership(op, { ...params, ...body }),
});
