import {
  listOrganisations,
  listSpaceOrganisations,
  setOrganisationPolicy,
  shareSpace,
  unshareSpace,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const organisationHandlers = defineHandlers({
  'PATCH /organisation': (op, { body }) => setOrganisationPolicy(op, body),
  'GET /organisations': (op, { query }) => listOrganisations(op, query),
  'GET /spaces/{spaceId}/organisations': (op, { params }) => listSpaceOrganisations(op, params),
  'PUT /spaces/{spaceId}/organisations/{organisationId}': (op, { params }) => shareSpace(op, params),
  'DELETE /spaces/{spaceId}/organisations/{organisationId}': (op, { params }) => unshareSpace(op, params),
});
