import type { Way } from '../way';
import { peopleOfRealm } from './peopleOfRealm';

/** An administrator disables the account and does no more: Keycloak posts nothing then, and is asked. */
export const disabledAtKeycloak: Way = {
  name: 'disabled in Keycloak, no logout',
  signsOut: true,
  people: (scene, count) => peopleOfRealm(scene, count, (realm, id) => realm.disable(id)),
};
