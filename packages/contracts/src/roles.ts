import { z } from 'zod';
import { LINK_REACHES, ROLES } from './roleOrder';

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Standing of an account in its organisation. Guests see only what they were granted. */
export const OrganisationRole = z.enum(['guest', 'member', 'administrator']);
export type OrganisationRole = z.infer<typeof OrganisationRole>;

export const LinkReach = z.enum(LINK_REACHES);
export type LinkReach = z.infer<typeof LinkReach>;

/** A link makes nobody an owner. */
export const LinkRole = Role.exclude(['owner']);
export type LinkRole = z.infer<typeof LinkRole>;
