import type { StampedUser } from '@hemicycle/contracts';

/** The person a presence state tells of, as the server stamped it; null for what has none (a caret not yet stamped). */
export function presenceUser(raw: unknown): StampedUser | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { id, name, hue, guest } = raw as Partial<Record<keyof StampedUser, unknown>>;
  return typeof id === 'string' && typeof name === 'string' && typeof hue === 'number'
    ? { id, name, hue, ...(guest === true && { guest }) }
    : null;
}

/** The people in a document besides oneself, each once however many tabs they have, in order of name. */
export function presentPeople(
  states: ReadonlyMap<number, Readonly<Record<string, unknown>>>,
  meId: string,
): StampedUser[] {
  const people = new Map<string, StampedUser>();
  for (const state of states.values()) {
    const user = presenceUser(state.user);
    if (user && user.id !== meId) people.set(user.id, user);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
