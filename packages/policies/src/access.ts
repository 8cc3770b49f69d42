import { roleAtLeast } from '@hemicycle/contracts';
import type { Account, Rules } from './rules';
import type { ResourceStates } from './states';

/**
 * Who has access is for those who write there to see, but not for guests: it names the people of the whole space.
 * Owners share; editors of a document do where the owners of the space allow it. Membership of a space is its owners'.
 */
export const access: Rules<'access'> = {
  read: ({ actor, state }) => roleAtLeast(state.role, 'editor') && actor.organisationRole !== 'guest',
  grant: ({ actor, state }) => !state.trashed && shares(actor, state),
  manage: ({ actor, state }) => owns(actor, state),
  transfer: ({ actor, state }) => owns(actor, state) && state.resourceType === 'space',
};

/** Whoever may share may also change and take back what they gave, up to their own role; anybody may give up theirs. */
export const grant: Rules<'grant'> = {
  read: ({ actor, state }) => state.own || access.read({ actor, state }),
  change: ({ actor, state }) => !state.trashed && (owns(actor, state) || gaveIt(actor, state)),
  revoke: ({ actor, state }) => state.own || owns(actor, state) || gaveIt(actor, state),
};

function owns(actor: Account, state: ResourceStates['access']): boolean {
  return roleAtLeast(state.role, 'owner') && actor.organisationRole !== 'guest';
}

function shares(actor: Account, state: ResourceStates['access']): boolean {
  if (owns(actor, state)) return true;
  const allowed = state.resourceType === 'document' && state.editorsShare;
  return allowed && roleAtLeast(state.role, 'editor') && actor.organisationRole !== 'guest';
}

function gaveIt(actor: Account, state: ResourceStates['grant']): boolean {
  return state.byCaller && shares(actor, state) && roleAtLeast(state.role, state.grantRole);
}
