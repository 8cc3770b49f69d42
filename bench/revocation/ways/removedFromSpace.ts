import { addMember } from '@hemicycle/core';
import type { Way } from '../way';

/** An owner removes a member. */
export const removedFromSpace: Way = {
  name: 'removed from the space',
  signsOut: false,
  async people({ house, space, call }, count) {
    const { world, owner, a } = house;
    const losers = [];
    for (let index = 0; index < count; index++) {
      const person = await world.person(`Member Number ${index}`);
      await addMember(world.as(owner), { spaceId: space.id, userId: person.id, role: 'editor' });
      const lose = async () => {
        const since = performance.now();
        await call(a, owner, `DELETE /spaces/${space.id}/members/${person.id}`);
        return since;
      };
      losers.push({ person, lose });
    }
    return losers;
  },
};
