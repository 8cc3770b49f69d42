import { roleAtLeast } from '@hemicycle/contracts';
import type { Rules } from './rules';

/** One's own words are one's own to change; an owner of the space may take any down but never rewrite them. */
export const message: Rules<'message'> = {
  read: ({ state }) => roleAtLeast(state.role, 'reader'),
  reply: ({ state }) => roleAtLeast(state.role, 'commenter') && !state.reply && !state.system,
  edit: ({ actor, state }) =>
    roleAtLeast(state.role, 'commenter') &&
    state.authorId === actor.userId &&
    !state.deleted &&
    !state.system,
  delete: ({ actor, state }) =>
    !state.deleted &&
    !state.system &&
    (roleAtLeast(state.role, 'owner') ||
      (roleAtLeast(state.role, 'commenter') && state.authorId === actor.userId)),
  react: ({ state }) => roleAtLeast(state.role, 'commenter') && !state.deleted && !state.system,
};
