import { z } from 'zod';
import { Id } from '../shapes/common';
import { CreateLabel, Label, OrderLabels, ResourceLabels, SetLabel, UpdateLabel } from '../shapes/labels';
import { ResourceType } from '../shapes/sharing';
import { defineRoutes } from './route';

const label = z.object({ labelId: Id });
const labels = z.object({ items: z.array(Label) });

export const labelRoutes = defineRoutes({
  'GET /organisation/labels': {
    summary: 'The labels of the caller’s organisation, the most open first: a dozen at most',
    access: 'session',
    response: labels,
    administration: true,
  },
  'POST /organisation/labels': {
    summary: 'Add a label, as the strictest',
    access: 'session',
    body: CreateLabel,
    response: Label,
    status: 201,
    administration: true,
  },
  'PUT /organisation/labels/order': {
    summary: 'Put the labels into another order',
    access: 'session',
    body: OrderLabels,
    response: labels,
    administration: true,
  },
  'PATCH /organisation/labels/{labelId}': {
    summary: 'Rename a label, or change what it permits: everywhere at once',
    access: 'session',
    params: label,
    body: UpdateLabel,
    response: Label,
    administration: true,
  },
  'DELETE /organisation/labels/{labelId}': {
    summary: 'Delete a label that nothing carries',
    access: 'session',
    params: label,
    response: null,
    administration: true,
  },
  'PUT /access/{resourceType}/{resourceId}/label': {
    summary: 'Label a space or a document; lowering asks for a reason and a recent sign-in',
    access: 'session',
    params: z.object({ resourceType: ResourceType, resourceId: Id }),
    body: SetLabel,
    response: ResourceLabels,
  },
});
