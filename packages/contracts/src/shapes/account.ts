import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { OrganisationRole } from '../roles';
import { Id, PersonSummary, Time } from './common';

export const LOCALES = ['fr', 'en', 'de'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

export const Preferences = z.object({
  /** null: as the browser asks. */
  locale: Locale.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'normal', 'more']),
  motion: z.enum(['system', 'full', 'reduced']),
});
export type Preferences = z.infer<typeof Preferences>;

export const Me = PersonSummary.extend({
  email: z.string(),
  title: z.string().nullable(),
  /** `sharesSpaces`: spaces may be shared between it and others. */
  organisation: z.object({
    id: Id,
    name: z.string(),
    sharesSpaces: z.boolean(),
    abilities: abilitiesOf('organisation'),
  }),
  organisationRole: OrganisationRole,
  preferences: Preferences,
  /**
   * The break-glass administrator is signed in: told to them (`own`) and to every administrator of the organisation;
   * null otherwise and for everybody else.
   */
  breakGlass: z.object({ own: z.boolean(), since: Time, until: Time }).nullable(),
});
export type Me = z.infer<typeof Me>;

export const TicketRequest = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('events') }),
  z.object({ purpose: z.literal('document'), documentId: Id }),
]);
export type TicketRequest = z.infer<typeof TicketRequest>;

/** One use, for one socket, until `expiresAt`. `epoch` (documents) names the document's current life. */
export const Ticket = z.object({ ticket: z.string(), expiresAt: Time, epoch: z.int().nullable() });
export type Ticket = z.infer<typeof Ticket>;
