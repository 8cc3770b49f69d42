import { z } from 'zod';
import { Id, PageQuery, page } from '../shapes/common';
import { Group, GroupMember, GroupsQuery, NameGroup } from '../shapes/groups';
import { defineRoutes } from './route';

const groupId = z.object({ groupId: Id });
const memberId = z.object({ groupId: Id, memberType: z.enum(['person', 'group']), memberId: Id });

export const groupRoutes = defineRoutes({
  'GET /groups': {
    summary: 'Groups of the organisation by name',
    access: 'session',
    administration: true,
    query: GroupsQuery,
    response: page(Group),
  },
  'POST /groups': {
    summary: 'Create a group',
    access: 'session',
    administration: true,
    body: NameGroup,
    response: Group,
    status: 201,
  },
  'GET /groups/{groupId}': {
    summary: 'A group',
    access: 'session',
    administration: true,
    params: groupId,
    response: Group,
  },
  'PATCH /groups/{groupId}': {
    summary: 'Rename a group',
    access: 'session',
    administration: true,
    params: groupId,
    body: NameGroup,
    response: Group,
  },
  'DELETE /groups/{groupId}': {
    summary: 'Delete a group, with everything that was granted to it',
    access: 'session',
    administration: true,
    params: groupId,
    response: null,
  },
  'GET /groups/{groupId}/members': {
    summary: 'People and groups directly in a group, longest there first',
    access: 'session',
    administration: true,
    params: groupId,
    query: PageQuery,
    response: page(GroupMember),
  },
  'PUT /groups/{groupId}/members/{memberType}/{memberId}': {
    summary: 'Put a person or a group into a group; twice is once',
    access: 'session',
    administration: true,
    params: memberId,
    response: null,
  },
  'DELETE /groups/{groupId}/members/{memberType}/{memberId}': {
    summary: 'Take a person or a group out of a group',
    access: 'session',
    administration: true,
    params: memberId,
    response: null,
  },
});
