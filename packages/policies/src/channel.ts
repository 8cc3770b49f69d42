import { roleAtLeast } from '@hemicycle/contracts';
import type { Rules } from './rules';

export const channel: Rules<'channel'> = {
  read: ({ state }) => roleAtLeast(state.role, 'reader'),
  post: ({ state }) => roleAtLeast(state.role, 'commenter'),
  react: ({ state }) => roleAtLeast(state.role, 'commenter'),
  moderate: ({ state }) => roleAtLeast(state.role, 'owner'),
};
