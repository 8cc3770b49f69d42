import type { PersonSummary, Role, Space } from '@hemicycle/contracts';
import { api } from '@/lib/api';

export interface NewSpace {
  readonly name: string;
  readonly purpose: string;
  readonly people: readonly PersonSummary[];
  readonly role: Role;
}

export interface CreatedSpace {
  readonly space: Space;
  /** Who could not be added; the space is there all the same. */
  readonly left: readonly PersonSummary[];
}

/** Creates a space and adds its first members, one after the other: each is a change of its own on the server. */
export async function createSpaceWithMembers(input: NewSpace, idempotencyKey: string): Promise<CreatedSpace> {
  const { name, purpose, people, role } = input;
  const space = await api('POST /spaces', { body: { name, purpose }, idempotencyKey });
  const left: PersonSummary[] = [];
  for (const person of people) {
    try {
      await api('POST /spaces/{spaceId}/members', {
        params: { spaceId: space.id },
        body: { userId: person.id, role },
      });
    } catch {
      left.push(person);
    }
  }
  return { space, left };
}
