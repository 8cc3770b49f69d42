export { addMember } from './addMember';
export { changeMember } from './changeMember';
export { createSpace } from './createSpace';
export { getSpace } from './getSpace';
export { listMembers } from './listMembers';
export { listSpaces } from './listSpaces';
export { removeMember } from './removeMember';
export { updateSpace } from './updateSpace';
