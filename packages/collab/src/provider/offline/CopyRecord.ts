/** What is known of one document's copy on this device, apart from its text. */
export interface CopyRecord {
  /** Name of the IndexedDB database that y-indexeddb keeps the text in; also this record's key. */
  readonly name: string;
  readonly accountId: string;
  readonly documentId: string;
  /** The life of the document the copy belongs to. */
  readonly epoch: number;
  readonly title: string;
  readonly spaceId: string;
  readonly spaceName: string;
  /** Whether its person might write, when last heard. */
  readonly writable: boolean;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** When the copy last had everything the server had; null: never yet, and its text is not to be shown. */
  readonly syncedAt: number | null;
  /** Holds edits that are not known to be stored on the server. */
  readonly unsaved: boolean;
}

/** Whose copies are shown without a network: the account that was last signed in here. */
export interface CopyAccount {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
}

type CopyKey = Pick<CopyRecord, 'accountId' | 'documentId' | 'epoch'>;

const PREFIX = 'hemicycle-copy';

/** Databases of one account's copies begin with this. */
export const copiesOf = (accountId: string): string => `${PREFIX}/${accountId}/`;

/** Account and epoch are in the name: no other account, and no other life of the document, can open it by mistake. */
export const copyName = ({ accountId, documentId, epoch }: CopyKey): string =>
  `${copiesOf(accountId)}${documentId}/${epoch}`;
