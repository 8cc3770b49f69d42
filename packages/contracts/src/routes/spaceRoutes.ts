import { z } from 'zod';
import { Id, PageQuery, page } from '../shapes/common';
import { PeopleQuery, Person, PersonDetail } from '../shapes/people';
import {
  AddMember,
  ChangeMember,
  CreateSpace,
  Member,
  Space,
  SpaceSummary,
  UpdateSpace,
} from '../shapes/spaces';
import { defineRoutes } from './route';

const spaceId = z.object({ spaceId: Id });
const memberId = z.object({ spaceId: Id, userId: Id });

export const spaceRoutes = defineRoutes({
  'GET /spaces': {
    summary: 'Spaces the caller is in, last active first',
    access: 'session',
    query: PageQuery,
    response: page(SpaceSummary),
  },
  'POST /spaces': {
    summary: 'Create a space',
    access: 'session',
    body: CreateSpace,
    response: Space,
    status: 201,
  },
  'GET /spaces/{spaceId}': { summary: 'A space', access: 'session', params: spaceId, response: Space },
  'PATCH /spaces/{spaceId}': {
    summary: 'Rename a space or say what it is for',
    access: 'session',
    params: spaceId,
    body: UpdateSpace,
    response: Space,
  },
  'GET /spaces/{spaceId}/members': {
    summary: 'Members by name',
    access: 'session',
    params: spaceId,
    query: PageQuery,
    response: page(Member),
  },
  'POST /spaces/{spaceId}/members': {
    summary: 'Add a member',
    access: 'session',
    params: spaceId,
    body: AddMember,
    response: Member,
    status: 201,
  },
  'PATCH /spaces/{spaceId}/members/{userId}': {
    summary: 'Change a role; the last owner is protected',
    access: 'session',
    params: memberId,
    body: ChangeMember,
    response: Member,
  },
  'DELETE /spaces/{spaceId}/members/{userId}': {
    summary: 'Remove a member, or leave',
    access: 'session',
    params: memberId,
    response: null,
  },
  'GET /people': {
    summary: 'People of the organisation by name',
    access: 'session',
    query: PeopleQuery,
    response: page(Person),
    administration: true,
  },
  'GET /people/{userId}': {
    summary: 'A person',
    access: 'session',
    params: z.object({ userId: Id }),
    response: PersonDetail,
    administration: true,
  },
});
