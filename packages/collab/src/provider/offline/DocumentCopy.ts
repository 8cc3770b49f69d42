import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { DocumentHandle } from '../connectDocument';
import { createEmitter } from '../createEmitter';
import type { DocumentStatus } from '../documentStatus';
import { type CopyRecord, copyName } from './CopyRecord';
import { CopyStore } from './CopyStore';
import { committed, within } from './idb';
import { removeCopy, trimCopies } from './removeCopies';

export type CopyDetails = Omit<CopyRecord, 'name' | 'openedAt' | 'syncedAt' | 'unsaved'>;

/** `kept`: this browser's edits are on its disk. `keeping`: on their way. `failed`: they are in this window only. */
export type CopyState = 'kept' | 'keeping' | 'failed';

/** Against a browser whose storage hangs: the document then opens without a copy. Milliseconds. */
const PATIENCE = 5_000;
/** Between two letters nothing is settled: the mark "unsaved" goes when typing rests. Milliseconds. */
const REST = 300;

const isUp = (status: DocumentStatus): boolean =>
  status === 'saved' || status === 'saving' || status === 'readonly';

/**
 * The copy of an open document on this device. y-indexeddb writes every update to disk and swallows what goes wrong;
 * this watches over it, so that "kept on this device" is said only of what was committed, and keeps the record.
 */
export class DocumentCopy {
  /** The copy as it was found, with `syncedAt` and `unsaved` of its last time. */
  readonly found: CopyRecord;
  readonly #doc: Y.Doc;
  readonly #store: CopyStore;
  readonly #persistence: IndexeddbPersistence;
  readonly #states = createEmitter<CopyState>();
  #state: CopyState = 'kept';
  /** A write to disk failed: what is there lacks something, and only the whole document mends it. */
  #broken = false;
  /** The copy was removed under us; nothing may be written any more. */
  #gone = false;
  #confirming = false;
  #again = false;
  /** On disk it is marked as unsaved, as far as this tab knows. */
  #flagged: boolean;
  /** On this connection everything the server has was received. */
  #wasCurrent = false;
  #handle: DocumentHandle | null = null;
  #stopFollowing: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(doc: Y.Doc, store: CopyStore, persistence: IndexeddbPersistence, found: CopyRecord) {
    this.#doc = doc;
    this.#store = store;
    this.#persistence = persistence;
    this.found = found;
    this.#flagged = found.unsaved;
    persistence.db?.addEventListener('abort', this.#onAbort);
    persistence.db?.addEventListener('versionchange', this.#onGone);
    doc.on('update', this.#onUpdate);
    window.addEventListener('pagehide', this.#onHide);
  }

  /**
   * Loads what is kept of a document into `doc`, and keeps what comes. Copies of its earlier lives are removed: they
   * can no longer be merged. Null when this browser keeps nothing.
   */
  static async open(doc: Y.Doc, details: CopyDetails): Promise<DocumentCopy | null> {
    let store: CopyStore | undefined;
    let persistence: IndexeddbPersistence | undefined;
    try {
      store = await CopyStore.open();
      const name = copyName(details);
      const known = await store.get(name);
      const found = { syncedAt: null, unsaved: false, ...known, ...details, name, openedAt: Date.now() };
      await store.put(found).catch((error: unknown) => {
        // A full disk takes no news; what it holds can be read all the same.
        if (!known) throw error;
      });
      persistence = new IndexeddbPersistence(name, doc);
      await within(PATIENCE, persistence.whenSynced);
      // Tidying up may fail, and is tried again with the next document.
      await tidy(store, found).catch(() => undefined);
      return new DocumentCopy(doc, store, persistence, found);
    } catch {
      void persistence?.destroy();
      store?.close();
      return null;
    }
  }

  get state(): CopyState {
    return this.#state;
  }

  onState(listener: (state: CopyState) => void): () => void {
    return this.#states.on(listener);
  }

  /** Keeps the record true to what the connection knows. */
  follow(handle: DocumentHandle): void {
    this.#handle = handle;
    let before = handle.status;
    this.#stopFollowing = handle.onStatus((status) => {
      const fell = isUp(before) && !isUp(status);
      before = status;
      clearTimeout(this.#timer);
      if (handle.isCurrent) this.#wasCurrent = true;
      if (isUp(status)) this.#noteSoon();
      if (!fell) return;
      void this.#note();
      this.#wasCurrent = false;
    });
  }

  /** What the list of copies shows of it. */
  describe(details: Pick<CopyDetails, 'title' | 'spaceName' | 'writable'>): void {
    void this.#change(details);
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    clearTimeout(this.#timer);
    this.#doc.off('update', this.#onUpdate);
    window.removeEventListener('pagehide', this.#onHide);
    this.#stopFollowing?.();
    if (handle && isUp(handle.status)) await this.#note();
    await this.#persistence.destroy();
    this.#store.close();
  }

  readonly #onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    // What comes from the server is there as well; and what comes from disk is on it.
    if (!transaction.local) return;
    this.#show('keeping');
    void this.#confirm();
  };

  readonly #onHide = (): void => {
    if (this.#handle && isUp(this.#handle.status)) void this.#note();
  };

  readonly #onAbort = (): void => {
    this.#broken = true;
  };

  /** Removed by a sign-out in another tab, say. y-indexeddb would go on writing to a closed database, and throw. */
  readonly #onGone = (): void => {
    this.#gone = true;
    void this.#persistence.destroy();
    this.#show('failed');
  };

  /** Waits until all edits so far are committed, one round at a time however fast somebody types. */
  async #confirm(): Promise<void> {
    this.#again = true;
    if (this.#confirming) return;
    this.#confirming = true;
    let fine = false;
    while (this.#again) {
      this.#again = false;
      fine = await this.#commit();
    }
    this.#confirming = false;
    this.#show(fine && !this.#gone ? 'kept' : 'failed');
  }

  async #commit(): Promise<boolean> {
    // The connection hears of the same edit after us, and must have: it says whether the edit is unsaved.
    await Promise.resolve();
    const { db } = this.#persistence;
    if (this.#gone || !db) return false;
    const alone = !this.#handle || !isUp(this.#handle.status);
    const durability = alone ? 'strict' : 'relaxed';
    try {
      if (this.#broken) {
        this.#broken = false;
        await storeState(this.#persistence, true);
      }
      const unsaved = this.#handle?.hasUnsaved() ?? true;
      // Another tab may have taken the mark away meanwhile: alone, it is set with every round.
      if (unsaved && (alone || !this.#flagged)) {
        this.#flagged = true;
        await this.#store.change(this.found.name, { unsaved }, durability);
      }
      // Begins when every write before it to the same store has ended, well or not; `abort` told which.
      const barrier = db.transaction(['updates', 'custom'], 'readwrite', { durability });
      barrier.objectStore('custom').put(Date.now(), 'keptAt');
      await committed(barrier);
    } catch {
      this.#broken = true;
      this.#flagged = false;
    }
    return !this.#broken;
  }

  #noteSoon(): void {
    this.#timer = setTimeout(() => {
      void this.#note();
      // A reader's status does not change when everything is here.
      if (!this.#wasCurrent) this.#noteSoon();
    }, REST);
  }

  /** Connected, or just no longer: the copy is as the server's document at this moment. */
  async #note(): Promise<void> {
    const handle = this.#handle;
    if (handle?.isCurrent) this.#wasCurrent = true;
    if (!handle || !this.#wasCurrent) return;
    const unsaved = handle.hasUnsaved();
    this.#flagged = unsaved;
    await this.#change(this.#broken ? { unsaved } : { syncedAt: Date.now(), unsaved });
  }

  async #change(changes: Partial<CopyRecord>): Promise<void> {
    if (this.#gone) return;
    // A record that could not be written is as it was: too careful at worst.
    await this.#store.change(this.found.name, changes).catch(() => undefined);
  }

  #show(state: CopyState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#states.emit(state);
  }
}

async function tidy(store: CopyStore, current: CopyRecord): Promise<void> {
  const { accountId, documentId, epoch } = current;
  for (const copy of await store.list(accountId)) {
    if (copy.documentId === documentId && copy.epoch < epoch) await removeCopy(store, copy.name);
  }
  await trimCopies(store, current);
}
