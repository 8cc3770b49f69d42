import { roleAtLeast } from '@hemicycle/contracts';
import type { Rules } from './rules';

/** Everyone in the space speaks and is seen; who writes there may show a screen, who edits there hosts. */
export const room: Rules<'room'> = {
  read: ({ state }) => roleAtLeast(state.role, 'reader'),
  join: ({ state }) => roleAtLeast(state.role, 'reader'),
  publishMicrophone: ({ state }) => roleAtLeast(state.role, 'reader'),
  publishCamera: ({ state }) => roleAtLeast(state.role, 'reader'),
  publishScreen: ({ state }) => roleAtLeast(state.role, 'commenter'),
  host: ({ state }) => roleAtLeast(state.role, 'editor'),
  presentDocument: ({ state }) => roleAtLeast(state.role, 'commenter'),
};
