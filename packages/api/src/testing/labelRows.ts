import { newId } from '@hemicycle/db';
import type { AccessHouse } from './accessHouse';
import { row } from './accessRow';

const ofSpace = ({ spaceId }: AccessHouse) => ({ resourceType: 'space', resourceId: spaceId });
const ofDocument = ({ documentId }: AccessHouse) => ({ resourceType: 'document', resourceId: documentId });
const spare = ({ labels }: AccessHouse) => ({ labelId: labels.spare });
const rules = { linkReach: 'restricted', guests: false, others: false, exports: false };
const onlyAdministrators = [401, 403, 403, 403, 403] as const;

/** Labels of the organisation are its administrators’; on a space they are its owners’, on a document who writes raises. */
export const LABEL_ROWS = {
  'GET /organisation/labels': row([401, 200, 200, 200, 200]),
  'POST /organisation/labels': row(
    onlyAdministrators,
    { body: () => ({ ...rules, name: `Label ${newId().slice(-12)}`, tone: 'amber' }) },
    { administrator: 201 },
  ),
  'PUT /organisation/labels/order': row(
    onlyAdministrators,
    { body: ({ labels }) => ({ labelIds: labels.order }) },
    { administrator: 200 },
  ),
  'PATCH /organisation/labels/{labelId}': [
    row(onlyAdministrators, { params: spare, body: () => ({ tone: 'danger' }) }, { administrator: 200 }),
    row(
      onlyAdministrators,
      {
        note: 'of another organisation',
        params: ({ foreignLabelId }) => ({ labelId: foreignLabelId }),
        body: () => ({ tone: 'danger' }),
      },
      { administrator: 404 },
    ),
  ],
  'DELETE /organisation/labels/{labelId}': [
    row(onlyAdministrators, { params: spare }, { administrator: 204 }),
    row(
      onlyAdministrators,
      { note: 'that is in use', params: ({ labels }) => ({ labelId: labels.internal }) },
      { administrator: 409 },
    ),
    row(
      onlyAdministrators,
      { note: 'of another organisation', params: ({ foreignLabelId }) => ({ labelId: foreignLabelId }) },
      { administrator: 404 },
    ),
  ],
  'PUT /access/{resourceType}/{resourceId}/label': [
    row([401, 404, 403, 403, 200], {
      note: 'raised on a space',
      params: ofSpace,
      body: ({ labels }) => ({ labelId: labels.restricted }),
    }),
    row([401, 404, 403, 200, 200], {
      note: 'raised on a document',
      params: ofDocument,
      body: ({ labels }) => ({ labelId: labels.restricted }),
    }),
    row([401, 404, 403, 403, 200], {
      note: 'lowered',
      params: ofSpace,
      body: ({ labels }) => ({ labelId: labels.public, reason: 'Published today' }),
    }),
    row([401, 404, 403, 403, 400], {
      note: 'lowered without a reason',
      params: ofSpace,
      body: ({ labels }) => ({ labelId: labels.public }),
    }),
    row([401, 404, 403, 404, 404], {
      note: 'that is of another organisation',
      params: ofDocument,
      body: ({ foreignLabelId }) => ({ labelId: foreignLabelId }),
    }),
  ],
};
