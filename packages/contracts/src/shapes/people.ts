import { z } from 'zod';
import { LIMITS } from '../limits';
import { PageQuery, PersonSummary } from './common';
import { SpaceSummary } from './spaces';

export const Person = PersonSummary.extend({
  email: z.string().nullable(),
  title: z.string().nullable(),
  /** The name of their organisation, where it is not the caller's. */
  organisation: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;

/** `sharedSpaces`: those both the caller and the person are in. */
export const PersonDetail = Person.extend({
  sharedSpaces: z.array(SpaceSummary.pick({ id: true, name: true })),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const PeopleQuery = PageQuery.extend({
  q: z.string().trim().max(LIMITS.searchLength).optional(),
  /** Leave out who is already a member of this space. */
  notInSpace: z.uuid().optional(),
});
