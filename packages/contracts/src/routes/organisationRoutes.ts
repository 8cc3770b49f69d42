import { z } from 'zod';
import { Id, PageQuery, page } from '../shapes/common';
import { OrganisationPolicy, OrganisationSummary, SpaceOrganisation } from '../shapes/organisations';
import { defineRoutes } from './route';

const shared = z.object({ spaceId: Id, organisationId: Id });

export const organisationRoutes = defineRoutes({
  'PATCH /organisation': {
    summary: 'Say whether spaces may be shared with other organisations',
    access: 'session',
    body: OrganisationPolicy,
    response: OrganisationPolicy,
  },
  'GET /organisations': {
    summary: 'Other organisations a space may be shared with',
    access: 'session',
    query: PageQuery,
    response: page(OrganisationSummary),
  },
  'GET /spaces/{spaceId}/organisations': {
    summary: 'Organisations whose people may be in a space, its own first',
    access: 'session',
    params: z.object({ spaceId: Id }),
    response: z.object({ items: z.array(SpaceOrganisation) }),
  },
  'PUT /spaces/{spaceId}/organisations/{organisationId}': {
    summary: 'Share a space with another organisation: its people may be added from then on',
    access: 'session',
    params: shared,
    response: null,
  },
  'DELETE /spaces/{spaceId}/organisations/{organisationId}': {
    summary: 'End it: its people lose everything they were given in the space',
    access: 'session',
    params: shared,
    response: null,
  },
});
