import { z } from 'zod';

/** Roles on a resource, weakest first: each role holds everything the ones before it hold. */
export const ROLES = ['reader', 'commenter', 'editor', 'owner'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Standing of an account in its organisation. Guests see only what they were granted. */
export const OrganisationRole = z.enum(['guest', 'member', 'administrator']);
export type OrganisationRole = z.infer<typeof OrganisationRole>;

/** True when `role` holds at least what `least` holds; an absent role holds nothing. */
export function roleAtLeast(role: Role | null, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}
