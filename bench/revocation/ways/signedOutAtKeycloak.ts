import type { Way } from '../way';
import { peopleOfRealm } from './peopleOfRealm';

/** An administrator disables the account in Keycloak and ends its sessions there: Keycloak posts a logout token. */
export const signedOutAtKeycloak: Way = {
  name: 'disabled in Keycloak, back-channel logout',
  signsOut: true,
  people: (scene, count) =>
    peopleOfRealm(scene, count, async (realm, id) => {
      await realm.disable(id);
      await realm.signOut(id);
    }),
};
