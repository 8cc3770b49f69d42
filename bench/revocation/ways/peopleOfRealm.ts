import { addMember } from '@hemicycle/core';
import type { TestPerson } from '@hemicycle/testing';
import { administerRealm, type RealmAdmin } from '../administerRealm';
import type { Scene } from '../openScene';
import type { Loser } from '../way';

/** People who signed in through Keycloak, and lose their account there by `lose`, which names them by their id there. */
export async function peopleOfRealm(
  scene: Scene,
  count: number,
  lose: (realm: RealmAdmin, id: string) => Promise<void>,
): Promise<readonly Loser[]> {
  const { house, space } = scene;
  const { world, owner } = house;
  const realm = administerRealm(house);
  const losers = [];
  for (let index = 0; index < count; index++) {
    const username = `${scene.secret.toLowerCase()}${index}`;
    const id = await realm.create(username);
    const cookie = await realm.signIn(username);
    const person = await personOf(scene, id, cookie);
    await addMember(world.as(owner), { spaceId: space.id, userId: person.id, role: 'editor' });
    losers.push({
      person,
      async lose() {
        const since = performance.now();
        await lose(realm, id);
        return since;
      },
    });
  }
  return losers;
}

async function personOf({ house }: Scene, subject: string, cookie: string): Promise<TestPerson> {
  const { database, issuer } = house.world;
  const { id, name, organisationId, organisationRole, sessions } = await database.user.findUniqueOrThrow({
    where: { issuer_subject: { issuer, subject } },
    include: { sessions: true },
  });
  const sessionId = sessions[0]?.id ?? '';
  const actor = { kind: 'account', userId: id, organisationId, organisationRole, sessionId } as const;
  return { id, name, actor, cookie };
}
