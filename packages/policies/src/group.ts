import type { Rules } from './rules';

/**
 * Members of the organisation see its groups, since they share with them; administrators keep them, except those that
 * come from their provider.
 */
export const group: Rules<'group'> = {
  read: ({ actor, state }) =>
    actor.organisationId === state.organisationId && actor.organisationRole !== 'guest',
  manage: ({ actor, state }) =>
    actor.organisationId === state.organisationId &&
    actor.organisationRole === 'administrator' &&
    !state.managedOutside,
};
