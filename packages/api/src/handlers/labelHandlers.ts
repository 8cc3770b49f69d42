import { createLabel, deleteLabel, listLabels, orderLabels, setLabel, updateLabel } from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const labelHandlers = defineHandlers({
  'GET /organisation/labels': (op) => listLabels(op),
  'POST /organisation/labels': (op, { body }) => createLabel(op, body),
  'PUT /organisation/labels/order': (op, { body }) => orderLabels(op, body),
  'PATCH /organisation/labels/{labelId}': (op, { params, body }) => updateLabel(op, { ...params, ...body }),
  'DELETE /organisation/labels/{labelId}': (op, { params }) => deleteLabel(op, params),
  'PUT /access/{resourceType}/{resourceId}/label': (op, { params, body }) =>
    setLabel(op, { ...params, ...body }),
});
