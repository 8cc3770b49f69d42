import { grantAccess } from '@hemicycle/core';
import type { Way } from '../way';

/** So that nobody's end comes while it is being set. Milliseconds. */
const AHEAD = 1_500;

/** A grant ends by itself, at the time that was set for it. */
export const grantExpired: Way = {
  name: 'grant expired',
  signsOut: false,
  async people({ house, space, call }, count) {
    const { world, owner, a } = house;
    const place = { resourceType: 'space', resourceId: space.id } as const;
    const losers = [];
    for (let index = 0; index < count; index++) {
      const person = await world.person(`Until Then ${index}`);
      const subject = { type: 'person', userId: person.id } as const;
      const grant = await grantAccess(world.as(owner), {
        ...place,
        subject,
        role: 'editor',
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      const lose = async () => {
        const end = Date.now() + AHEAD;
        const since = performance.now() + AHEAD;
        const body = { expiresAt: new Date(end).toISOString() };
        await call(a, owner, `PATCH /access/space/${space.id}/grants/${grant.id}`, body);
        if (performance.now() > since) throw new Error('the end came before it was set');
        return since;
      };
      losers.push({ person, lose });
    }
    return losers;
  },
};
