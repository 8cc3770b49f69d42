export { addToGroup } from './addToGroup';
export { createGroup } from './createGroup';
export { deleteGroup } from './deleteGroup';
export { getGroup } from './getGroup';
export { listGroupMembers } from './listGroupMembers';
export { listGroups } from './listGroups';
export { removeFromGroup } from './removeFromGroup';
export { renameGroup } from './renameGroup';
