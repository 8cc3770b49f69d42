import { roleAtLeast } from '@hemicycle/contracts';
import type { Rules } from './rules';

/** A trashed document is seen only by those who may restore it, and written by nobody. */
export const document: Rules<'document'> = {
  read: ({ state }) => roleAtLeast(state.role, state.trashed ? 'editor' : 'reader'),
  write: ({ state }) => roleAtLeast(state.role, 'editor') && !state.trashed,
  rename: ({ state }) => roleAtLeast(state.role, 'editor') && !state.trashed,
  move: ({ state }) => roleAtLeast(state.role, 'editor') && !state.trashed,
  trash: ({ state }) => roleAtLeast(state.role, 'editor') && !state.trashed,
  restore: ({ state }) => roleAtLeast(state.role, 'editor') && state.trashed,
  uploadImage: ({ state }) => roleAtLeast(state.role, 'editor') && !state.trashed,
  export: ({ state }) => roleAtLeast(state.role, 'reader') && !state.trashed && state.exportable,
};
