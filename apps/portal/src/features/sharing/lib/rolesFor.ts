import type { Role } from '@hemicycle/contracts';

/** Of the roles the reader may give, those this person or group may be given: a guest never comes to own anything. */
export function rolesFor(isGuest: boolean, roles: readonly Role[]): readonly Role[] {
  return isGuest ? roles.filter((role) => role !== 'owner') : roles;
}
