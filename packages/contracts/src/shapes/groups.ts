import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { LIMITS } from '../limits';
import { Id, PageQuery, PersonSummary, Time, Title } from './common';

export const GroupSummary = z.object({ id: Id, name: z.string() });
export type GroupSummary = z.infer<typeof GroupSummary>;

/**
 * `memberCount`: people and groups directly in it. `externalPath`: its path at the organisation's provider, which alone
 * decides who is in it; null: kept here.
 */
export const Group = GroupSummary.extend({
  createdAt: Time,
  memberCount: z.int(),
  externalPath: z.string().nullable(),
  abilities: abilitiesOf('group'),
});
export type Group = z.infer<typeof Group>;

export const NameGroup = z.object({ name: Title });
export const GroupsQuery = PageQuery.extend({ q: z.string().trim().max(LIMITS.searchLength).optional() });

/** What is in a group: a person or another group. */
export const GroupMember = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person'), since: Time, person: PersonSummary }),
  z.object({ type: z.literal('group'), since: Time, group: GroupSummary }),
]);
export type GroupMember = z.infer<typeof GroupMember>;
