import {
  addToGroup,
  createGroup,
  deleteGroup,
  getGroup,
  listGroupMembers,
  listGroups,
  removeFromGroup,
  renameGroup,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const groupHandlers = defineHandlers({
  'GET /groups': (op, { query }) => listGroups(op, query),
  'POST /groups': (op, { body }) => createGroup(op, body),
  'GET /groups/{groupId}': (op, { params }) => getGroup(op, params),
  'PATCH /groups/{groupId}': (op, { params, body }) => renameGroup(op, { ...params, ...body }),
  'DELETE /groups/{groupId}': (op, { params }) => deleteGroup(op, params),
  'GET /groups/{groupId}/members': (op, { params, query }) => listGroupMembers(op, { ...params, ...query }),
  'PUT /groups/{groupId}/members/{memberType}/{memberId}': (op, { params }) => addToGroup(op, params),
  'DELETE /groups/{groupId}/members/{memberType}/{memberId}': (op, { params }) => removeFromGroup(op, params),
});
