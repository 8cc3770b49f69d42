import { newId } from '@hemicycle/db';
import type { AccessHouse } from './accessHouse';
import { row } from './accessRow';

const space = ({ spaceId }: AccessHouse) => ({ spaceId });
const withStrangers = ({ spaceId, foreignOrganisationId }: AccessHouse) => ({
  spaceId,
  organisationId: foreignOrganisationId,
});
const withNeighbours = ({ spaceId, neighbourId }: AccessHouse) => ({ spaceId, organisationId: neighbourId });

/** Organisations, and spaces that are shared by several. */
export const ORGANISATION_ROWS = {
  'PATCH /organisation': row(
    [401, 403, 403, 403, 403],
    { body: () => ({ sharesSpaces: true }) },
    { administrator: 200 },
  ),
  'GET /organisations': row([401, 200, 200, 200, 200], {}, { guest: 403 }),
  'GET /spaces/{spaceId}/organisations': row([401, 404, 200, 200, 200], { params: space }),
  'PUT /spaces/{spaceId}/organisations/{organisationId}': [
    row([401, 404, 403, 403, 204], { params: withStrangers }),
    row([401, 404, 403, 403, 404], {
      note: 'that nobody knows',
      params: ({ spaceId }) => ({ spaceId, organisationId: newId() }),
    }),
  ],
  'DELETE /spaces/{spaceId}/organisations/{organisationId}': [
    row([401, 404, 403, 403, 204], { params: withNeighbours }),
    row([401, 404, 403, 403, 404], { note: 'it is not shared with', params: withStrangers }),
  ],
};
