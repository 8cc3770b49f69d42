import type { PresenceEntry } from '@hemicycle/collab/protocol';
import type { StampedUser } from '@hemicycle/contracts';

/** A connection as presence sees it. */
export interface PresenceOwner {
  readonly user: StampedUser;
  presenceClient: number | null;
}

/**
 * The entry with `user` replaced by the account, whatever the client wrote there; undefined when its state is not a
 * JSON object or null.
 */
export function stampPresence(entry: PresenceEntry, user: StampedUser): PresenceEntry | undefined {
  let state: unknown;
  try {
    state = JSON.parse(entry.json);
  } catch {
    return undefined;
  }
  if (state === null) return { ...entry, json: 'null' };
  if (typeof state !== 'object' || Array.isArray(state)) return undefined;
  const { id, name, hue, guest } = user;
  const stamped = { id, name, hue, ...(guest && { guest }) };
  return { ...entry, json: JSON.stringify({ ...state, user: stamped }) };
}

/** Whose state another node of ours stamped; undefined when it is none of ours. */
export function stampedUserId({ json }: PresenceEntry): string | undefined {
  try {
    const id: unknown = JSON.parse(json)?.user?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
