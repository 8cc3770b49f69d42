import { z } from 'zod';

/**
 * Every action a person can take on a resource, named once. `policies` decides which hold; the API sends each
 * object with the ones that hold for the caller, and clients only ever read them.
 */
export const CAPABILITIES = {
  organisation: ['read', 'searchPeople', 'createSpace', 'shareSpaces', 'administer'],
  group: ['read', 'manage'],
  sessions: ['read', 'end'],
  access: ['read', 'grant', 'manage', 'transfer', 'raiseLabel', 'lowerLabel'],
  grant: ['read', 'change', 'revoke'],
  space: ['read', 'update', 'manageMembers', 'shareOutside', 'leave', 'createDocument', 'readTrash'],
  channel: ['read', 'post', 'react', 'moderate'],
  message: ['read', 'reply', 'edit', 'delete', 'react'],
  document: ['read', 'write', 'rename', 'move', 'trash', 'restore', 'uploadImage', 'export'],
  room: ['read', 'join', 'publishMicrophone', 'publishCamera', 'publishScreen', 'host', 'presentDocument'],
} as const;

export type Capabilities = typeof CAPABILITIES;
export type ResourceKind = keyof Capabilities;
export type Action<K extends ResourceKind> = Capabilities[K][number];
export type Abilities<K extends ResourceKind> = Record<Action<K>, boolean>;

/** Output shape of the abilities of one kind of resource: a boolean for each of its actions. */
export function abilitiesOf<K extends ResourceKind>(kind: K): z.ZodType<Abilities<K>> {
  const shape = Object.fromEntries(CAPABILITIES[kind].map((action) => [action, z.boolean()]));
  return z.object(shape) as unknown as z.ZodType<Abilities<K>>;
}
