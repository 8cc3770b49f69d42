import { ROLES, type Role } from '@hemicycle/contracts';

/** The strongest of some roles; null when there is none. */
export function highestRole(roles: readonly (Role | null)[]): Role | null {
  return roles.reduce<Role | null>(
    (best, role) =>
      role !== null && (best === null || ROLES.indexOf(role) > ROLES.indexOf(best)) ? role : best,
    null,
  );
}
