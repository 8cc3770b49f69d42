import type { Account, Rules } from './rules';
import type { ResourceStates } from './states';

/** One's own, and as an administrator those of everybody in the organisation. */
export const sessions: Rules<'sessions'> = {
  read: ({ actor, state }) => concerns(actor, state),
  end: ({ actor, state }) => concerns(actor, state),
};

function concerns(actor: Account, { userId, organisationId }: ResourceStates['sessions']): boolean {
  if (actor.organisationId !== organisationId) return false;
  return actor.userId === userId || actor.organisationRole === 'administrator';
}
