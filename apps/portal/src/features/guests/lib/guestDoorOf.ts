import { lookAtDoor } from './lookAtDoor';

/** Longest a visitor waits before the sign-in goes on without knowing. Milliseconds. */
const PATIENCE = 3_000;

/**
 * The guests' door for a page that needs a session, where the page is a link that lets in who has no account; null: there
 * is none, or it cannot be told now. `next` is kept for whoever does have an account.
 */
export async function guestDoorOf(next: string): Promise<string | null> {
  const [, token] = /^\/links\/\w+\/[\w-]+\/([\w-]+)$/.exec(next) ?? [];
  if (token === undefined) return null;
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  const state = await Promise.race([lookAtDoor(token), late]);
  return state?.at === 'door' ? `/guest?${new URLSearchParams({ next })}#${token}` : null;
}
