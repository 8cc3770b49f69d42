import { CLOSE } from '@hemicycle/contracts';
import { addMember } from '@hemicycle/core';
import type { Way } from '../way';

/** An owner removes a member: core's `removeMember`, in the API's process. */
export const removedFromSpace: Way = {
  name: 'removed from the space',
  async person({ world, owner, space }, index) {
    const person = await world.person(`Member Number ${index}`);
    await addMember(world.as(owner), { spaceId: space.id, userId: person.id, role: 'editor' });
    return person;
  },
  async take({ owner, space, call }, person) {
    await call(owner, 'DELETE', `/spaces/${space.id}/members/${person.id}`);
  },
  closed: CLOSE.forbidden,
  // Who holds no grant any more is not told that the document exists.
  refused: CLOSE.notFound,
  ticketStatus: 404,
};
