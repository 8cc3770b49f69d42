import { z } from 'zod';

/** Roles on a resource, weakest first: each role holds everything the ones before it hold. */
export const ROLES = ['reader', 'commenter', 'editor', 'owner'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Standing of an account in its organisation. Guests see only what they were granted. */
export const OrganisationRole = z.enum(['guest', 'member', 'administrator']);
export type OrganisationRole = z.infer<typeof OrganisationRole>;

/** How far a link carries, least first. `restricted`: no link opens anything. */
export const LINK_REACHES = ['restricted', 'organisation', 'anyone'] as const;
export const LinkReach = z.enum(LINK_REACHES);
export type LinkReach = z.infer<typeof LinkReach>;

/** A link makes nobody an owner. */
export const LinkRole = Role.exclude(['owner']);
export type LinkRole = z.infer<typeof LinkRole>;

/** The most a link may be in a space whose owners said nothing: the organisation, not the world. */
export const LINK_DEFAULT = { reach: 'organisation', role: 'editor' } as const satisfies {
  reach: LinkReach;
  role: LinkRole;
};

/** True when `role` holds at least what `least` holds; an absent role holds nothing. */
export function roleAtLeast(role: Role | null, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}
