import { addToGroup, createGroup, grantAccess } from '@hemicycle/core';
import type { Way } from '../way';

/** An administrator takes somebody out of the group by which they were in the space. */
export const removedFromGroup: Way = {
  name: 'removed from the group',
  signsOut: false,
  async people({ house, space, call }, count) {
    const { world, owner, administrator, a } = house;
    const { id: groupId } = await createGroup(world.as(administrator), { name: `Group of ${space.id}` });
    await grantAccess(world.as(owner), {
      resourceType: 'space',
      resourceId: space.id,
      subject: { type: 'group', groupId },
      role: 'editor',
      expiresAt: null,
    });
    const losers = [];
    for (let index = 0; index < count; index++) {
      const person = await world.person(`Group Member ${index}`);
      await addToGroup(world.as(administrator), { groupId, memberType: 'person', memberId: person.id });
      const lose = async () => {
        const since = performance.now();
        await call(a, administrator, `DELETE /groups/${groupId}/members/person/${person.id}`);
        return since;
      };
      losers.push({ person, lose });
    }
    return losers;
  },
};
