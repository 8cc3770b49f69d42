import type { ResourceType, Role } from '@hemicycle/contracts';

/**
 * What a decision depends on, per kind of resource. `role` is the caller's effective role: the highest of what
 * they hold, unexpired, on the resource and on its ancestors, or null; also null where a label keeps them out (`admits`).
 * Read by `core`, never taken from a client.
 */
export interface ResourceStates {
  /** `sharesSpaces`: spaces may be shared between it and others. Left out: not. */
  organisation: { readonly organisationId: string; readonly sharesSpaces?: boolean };
  /** `managedOutside`: the organisation's provider decides who is in it. */
  group: { readonly organisationId: string; readonly managedOutside: boolean };
  /** Where one person is signed in. */
  sessions: { readonly userId: string; readonly organisationId: string };
  /** Sharing of a space or document. `role` is what the caller was granted: a link lets nobody pass it on. */
  access: {
    readonly resourceType: ResourceType;
    /** That the resource belongs to. */
    readonly organisationId: string;
    readonly role: Role | null;
    readonly trashed: boolean;
    readonly editorsShare: boolean;
  };
  /** One grant on such a resource. */
  grant: ResourceStates['access'] & {
    readonly grantRole: Role;
    /** The caller gave it. */
    readonly byCaller: boolean;
    /** It is the caller's. */
    readonly own: boolean;
  };
  space: { readonly organisationId: string; readonly role: Role | null };
  channel: { readonly role: Role | null };
  message: {
    readonly role: Role | null;
    readonly authorId: string;
    readonly deleted: boolean;
    /** Written by the system: nobody edits or deletes it. */
    readonly system: boolean;
    /** A reply has no thread of its own. */
    readonly reply: boolean;
  };
  /** `exportable`: the labels on it and above it permit export and download. */
  document: { readonly role: Role | null; readonly trashed: boolean; readonly exportable: boolean };
  room: { readonly role: Role | null };
}
