import { roleAtLeast } from '@hemicycle/contracts';
import type { Account, Rules } from './rules';
import type { ResourceStates } from './states';

/**
 * Who has access is for those who write there to see, but not for guests, nor for people of another organisation the
 * space is shared with: it names the people and groups of the whole space. Owners share; editors of a document do where
 * the owners of the space allow it. Membership of a space is its owners'.
 *
 * Whoever writes a document may label it more strictly, and the owners of a space the space; only owners lower a label.
 */
export const access: Rules<'access'> = {
  read: ({ actor, state }) => roleAtLeast(state.role, 'editor') && inside(actor, state),
  grant: ({ actor, state }) => !state.trashed && shares(actor, state),
  manage: ({ actor, state }) => owns(actor, state),
  transfer: ({ actor, state }) => owns(actor, state) && state.resourceType === 'space',
  raiseLabel: ({ actor, state }) =>
    !state.trashed &&
    (owns(actor, state) ||
      (state.resourceType === 'document' && roleAtLeast(state.role, 'editor') && inside(actor, state))),
  lowerLabel: ({ actor, state }) => !state.trashed && owns(actor, state),
};

/** Whoever may share may also change and take back what they gave, up to their own role; anybody may give up theirs. */
export const grant: Rules<'grant'> = {
  read: ({ actor, state }) => state.own || access.read({ actor, state }),
  change: ({ actor, state }) => !state.trashed && (owns(actor, state) || gaveIt(actor, state)),
  revoke: ({ actor, state }) => state.own || owns(actor, state) || gaveIt(actor, state),
};

/** Of the organisation the resource belongs to, and no guest of it. */
function inside(actor: Account, state: ResourceStates['access']): boolean {
  return actor.organisationId === state.organisationId && actor.organisationRole !== 'guest';
}

function owns(actor: Account, state: ResourceStates['access']): boolean {
  return roleAtLeast(state.role, 'owner') && inside(actor, state);
}

function shares(actor: Account, state: ResourceStates['access']): boolean {
  if (owns(actor, state)) return true;
  const allowed = state.resourceType === 'document' && state.editorsShare;
  return allowed && roleAtLeast(state.role, 'editor') && inside(actor, state);
}

function gaveIt(actor: Account, state: ResourceStates['grant']): boolean {
  return state.byCaller && shares(actor, state) && roleAtLeast(state.role, state.grantRole);
}
