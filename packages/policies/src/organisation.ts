import type { Rules } from './rules';

/** A guest is in the organisation only for what was granted: no directory, no new spaces. */
export const organisation: Rules<'organisation'> = {
  read: ({ actor, state }) => actor.organisationId === state.organisationId,
  searchPeople: ({ actor, state }) =>
    actor.organisationId === state.organisationId && actor.organisationRole !== 'guest',
  createSpace: ({ actor, state }) =>
    actor.organisationId === state.organisationId && actor.organisationRole !== 'guest',
  shareSpaces: ({ actor, state }) =>
    actor.organisationId === state.organisationId &&
    actor.organisationRole !== 'guest' &&
    state.sharesSpaces === true,
  administer: ({ actor, state }) =>
    actor.organisationId === state.organisationId && actor.organisationRole === 'administrator',
};
