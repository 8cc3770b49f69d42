import { z } from 'zod';
import { Id, Time } from './common';

export const OrganisationSummary = z.object({ id: Id, name: z.string() });
export type OrganisationSummary = z.infer<typeof OrganisationSummary>;

/** An organisation whose people may be in a space. `since` null: the space is its own. */
export const SpaceOrganisation = OrganisationSummary.extend({ since: Time.nullable() });
export type SpaceOrganisation = z.infer<typeof SpaceOrganisation>;

/** What an organisation allows. */
export const OrganisationPolicy = z.object({ sharesSpaces: z.boolean() });
export type OrganisationPolicy = z.infer<typeof OrganisationPolicy>;
