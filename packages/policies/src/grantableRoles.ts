import { ROLES, type Role, roleAtLeast } from '@hemicycle/contracts';
import type { Actor } from './actor';
import { can } from './can';
import type { ResourceStates } from './states';

/** Roles the actor may give on a resource, weakest first: never more than they hold. */
export function grantableRoles(actor: Actor, state: ResourceStates['access']): Role[] {
  return can(actor, 'access', 'grant', state) ? ROLES.filter((role) => roleAtLeast(state.role, role)) : [];
}
