/** The orders of roles and of reaches, apart from their shapes: browsers compare without carrying what validates. */

/** Roles on a resource, weakest first: each role holds everything the ones before it hold. */
export const ROLES = ['reader', 'commenter', 'editor', 'owner'] as const;

/** How far a link carries, least first. `restricted`: no link opens anything. */
export const LINK_REACHES = ['restricted', 'organisation', 'anyone'] as const;

/** The most a link may be in a space whose owners said nothing: the organisation, not the world. */
export const LINK_DEFAULT = { reach: 'organisation', role: 'editor' } as const;

/** True when `role` holds at least what `least` holds; an absent role holds nothing. */
export function roleAtLeast(role: (typeof ROLES)[number] | null, least: (typeof ROLES)[number]): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}
