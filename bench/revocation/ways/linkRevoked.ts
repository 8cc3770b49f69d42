import { openLink, setLink } from '@hemicycle/core';
import { TOGETHER, type Way } from '../way';

/** An owner takes back the link people came by. */
export const linkRevoked: Way = {
  name: 'link revoked',
  atOnce: true,
  signsOut: false,
  async people({ house, space, call }, count) {
    const { world, owner, a } = house;
    const place = { resourceType: 'space', resourceId: space.id } as const;
    const losers = [];
    for (let first = 0; first < count; first += TOGETHER) {
      let token: Promise<string> | undefined;
      let revoked: Promise<number> | undefined;
      const make = async () => {
        const terms = { reach: 'organisation', role: 'editor', expiresAt: null, renew: true } as const;
        return (await setLink(world.as(owner), { ...place, ...terms })).token ?? '';
      };
      const revoke = async () => {
        const since = performance.now();
        await call(a, owner, `DELETE /access/space/${space.id}/link`);
        return since;
      };
      for (let index = first; index < Math.min(count, first + TOGETHER); index++) {
        const person = await world.person(`By Link ${index}`);
        losers.push({
          person,
          async arrive() {
            token ??= make();
            await openLink(world.as(person), { token: await token });
          },
          lose() {
            revoked ??= revoke();
            return revoked;
          },
        });
      }
    }
    return losers;
  },
};
