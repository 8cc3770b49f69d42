import { z } from 'zod';
import { Id, PageQuery, page } from '../shapes/common';
import {
  AccessChange,
  AccessPreview,
  AccessRequest,
  AnswerRequest,
  ChangeGrant,
  GrantAccess,
  LinkSet,
  OpenedLink,
  OpenLink,
  PersonAccess,
  RequestAccess,
  ResourceType,
  SetLink,
  SharedGrant,
  Sharing,
  SharingPolicy,
  WaitingRequest,
} from '../shapes/sharing';
import { defineRoutes } from './route';

const resource = z.object({ resourceType: ResourceType, resourceId: Id });
const grantId = resource.extend({ grantId: Id });

export const sharingRoutes = defineRoutes({
  'GET /access/requests': {
    summary: 'Requests that wait for an answer of the caller, for everything they own, oldest first',
    access: 'session',
    query: PageQuery,
    response: page(WaitingRequest),
  },
  'GET /access/{resourceType}/{resourceId}': {
    summary: 'What of a resource’s sharing the caller may see and do',
    access: 'session',
    params: resource,
    response: Sharing,
  },
  'GET /access/{resourceType}/{resourceId}/grants': {
    summary:
      'Grants on a resource and on what is above it, oldest first; who is not told of others’ sees their own',
    access: 'session',
    params: resource,
    query: PageQuery,
    response: page(SharedGrant),
  },
  'GET /access/{resourceType}/{resourceId}/people': {
    summary: 'People who have access, by name, and every reason why',
    access: 'session',
    params: resource,
    query: PageQuery,
    response: page(PersonAccess),
  },
  'POST /access/{resourceType}/{resourceId}/grants': {
    summary: 'Give a person or a group a role',
    access: 'session',
    params: resource,
    body: GrantAccess,
    response: SharedGrant,
    status: 201,
  },
  'PATCH /access/{resourceType}/{resourceId}/grants/{grantId}': {
    summary: 'Change the role or the end of a grant',
    access: 'session',
    params: grantId,
    body: ChangeGrant,
    response: SharedGrant,
  },
  'DELETE /access/{resourceType}/{resourceId}/grants/{grantId}': {
    summary: 'Take a grant back, or give up one’s own',
    access: 'session',
    params: grantId,
    response: null,
  },
  'DELETE /access/{resourceType}/{resourceId}/grants': {
    summary:
      'Take back everything granted on a resource and below it, but the caller’s own and a space’s owners',
    access: 'session',
    params: resource,
    response: null,
  },
  'POST /access/{resourceType}/{resourceId}/preview': {
    summary: 'Who would gain and who would lose by a change; nothing is changed',
    access: 'session',
    params: resource,
    body: AccessChange,
    response: AccessPreview,
    status: 200,
  },
  'PUT /access/{resourceType}/{resourceId}/policy': {
    summary: 'Say what others may share',
    access: 'session',
    params: resource,
    body: SharingPolicy,
    response: Sharing,
  },
  'PUT /access/{resourceType}/{resourceId}/link': {
    summary: 'Make a link to a resource, or change it',
    access: 'session',
    params: resource,
    body: SetLink,
    response: LinkSet,
  },
  'DELETE /access/{resourceType}/{resourceId}/link': {
    summary: 'Take the link back, from everybody who came by it too',
    access: 'session',
    params: resource,
    response: null,
  },
  'POST /access/{resourceType}/{resourceId}/requests': {
    summary: 'Ask for access; the answer is the same whether there is anything to have access to or not',
    access: 'session',
    params: resource,
    body: RequestAccess,
    response: null,
  },
  'GET /access/{resourceType}/{resourceId}/requests': {
    summary: 'Requests that wait for an answer, oldest first',
    access: 'session',
    params: resource,
    query: PageQuery,
    response: page(AccessRequest),
  },
  'POST /access/{resourceType}/{resourceId}/requests/{requestId}/answer': {
    summary: 'Grant a request, or decline it',
    access: 'session',
    params: resource.extend({ requestId: Id }),
    body: AnswerRequest,
    response: null,
  },
  'POST /links/open': {
    summary: 'Come by a link: what it gives is held from now on, as long as it gives it',
    access: 'session',
    body: OpenLink,
    response: OpenedLink,
    status: 200,
  },
  'POST /spaces/{spaceId}/owner': {
    summary: 'Hand a space over: the other becomes owner, the caller editor',
    access: 'session',
    params: z.object({ spaceId: Id }),
    body: z.object({ userId: Id }),
    response: null,
  },
});
