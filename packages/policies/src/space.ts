import { roleAtLeast } from '@hemicycle/contracts';
import type { Rules } from './rules';

export const space: Rules<'space'> = {
  read: ({ state }) => roleAtLeast(state.role, 'reader'),
  update: ({ state }) => roleAtLeast(state.role, 'owner'),
  manageMembers: ({ state }) => roleAtLeast(state.role, 'owner'),
  shareOutside: ({ actor, state }) =>
    roleAtLeast(state.role, 'owner') &&
    actor.organisationId === state.organisationId &&
    actor.organisationRole !== 'guest',
  leave: ({ state }) => roleAtLeast(state.role, 'reader'),
  createDocument: ({ state }) => roleAtLeast(state.role, 'editor'),
  readTrash: ({ state }) => roleAtLeast(state.role, 'editor'),
};
