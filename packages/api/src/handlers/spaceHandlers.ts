import {
  addMember,
  changeMember,
  createSpace,
  getSpace,
  listMembers,
  listSpaces,
  removeMember,
  updateSpace,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const spaceHandlers = defineHandlers({
  'GET /spaces': (op, { query }) => listSpaces(op, query),
  'POST /spaces': (op, { body }) => createSpace(op, body),
  'GET /spaces/{spaceId}': (op, { params }) => getSpace(op, params),
  'PATCH /spaces/{spaceId}': (op, { params, body }) => updateSpace(op, { ...params, ...body }),
  'GET /spaces/{spaceId}/members': (op, { params, query }) => listMembers(op, { ...params, ...query }),
  'POST /spaces/{spaceId}/members': (op, { params, body }) => addMember(op, { ...params, ...body }),
  'PATCH /spaces/{spaceId}/members/{userId}': (op, { params, body }) =>
    changeMember(op, { ...params, ...body }),
  'DELETE /spaces/{spaceId}/members/{userId}': (op, { params }) => removeMember(op, params),
});
