import { roleAtLeast } from '@hemicycle/contracts';
import type { Account, Rules } from './rules';
import type { ResourceStates } from './states';

/** As of `access`: whatever way somebody came by the role, a guest or another organisation's people own nothing. */
export const space: Rules<'space'> = {
  read: ({ state }) => roleAtLeast(state.role, 'reader'),
  update: ({ actor, state }) => owns(actor, state),
  manageMembers: ({ actor, state }) => owns(actor, state),
  shareOutside: ({ actor, state }) => owns(actor, state),
  leave: ({ state }) => roleAtLeast(state.role, 'reader'),
  createDocument: ({ state }) => roleAtLeast(state.role, 'editor'),
  readTrash: ({ state }) => roleAtLeast(state.role, 'editor'),
};

function owns(actor: Account, { organisationId, role }: ResourceStates['space']): boolean {
  return (
    roleAtLeast(role, 'owner') &&
    actor.organisationId === organisationId &&
    actor.organisationRole !== 'guest'
  );
}
