import type { Way } from '../way';
import { peopleOfRealm } from './peopleOfRealm';

/** An administrator disables the account and does no more: Keycloak posts nothing then, and is asked. */
export const disabledAtKeycloak: Way = {
  name: 'disabled in Keycloak, no logout',
  together: 10,
  spreadMs: 330,
  signsOut: true,
  people: (scene, count) => peopleOfRealm(scene, count, (realm, id) => realm.disable(id)),
};
