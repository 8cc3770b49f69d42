import type { Document } from '@hemicycle/contracts';

/** What must be known of a document to open it: read from the API, or from its copy's record on this device. */
export type OpenableDocument = Pick<Document, 'id' | 'epoch' | 'title' | 'spaceId' | 'spaceName'> & {
  /** Null without the server: no call can be made from it, and it cannot be shared. */
  readonly roomId: string | null;
  readonly abilities: Pick<Document['abilities'], 'write' | 'rename'>;
};
