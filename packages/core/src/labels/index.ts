export { createLabel } from './createLabel';
export { deleteLabel } from './deleteLabel';
export { listLabels } from './listLabels';
export { orderLabels } from './orderLabels';
export { setLabel } from './setLabel';
export { updateLabel } from './updateLabel';
