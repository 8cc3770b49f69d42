import { type CopyRecord, copiesOf } from './CopyRecord';
import { CopyStore } from './CopyStore';
import { copiesBeyond } from './copiesBeyond';
import { answerOf, committed, openDatabase, within } from './idb';

/** A tab that is frozen may hold a database open; it is emptied all the same, and goes with that tab. Milliseconds. */
const PATIENCE = 3_000;

/**
 * Removes an account's copies of one document, or all of them when none is named.
 * @returns those that were there
 */
export function removeCopies(accountId: string, documentId?: string): Promise<CopyRecord[]> {
  return CopyStore.use(async (store) => {
    const copies = (await store.list(accountId)).filter(
      (copy) => documentId === undefined || copy.documentId === documentId,
    );
    for (const { name } of copies) await removeCopy(store, name);
    if (documentId === undefined) await removeStrays(accountId);
    return copies;
  });
}

/** Removes copies beyond the bounds. */
export async function trimCopies(store: CopyStore, current: CopyRecord): Promise<void> {
  const copies = await store.list(current.accountId);
  for (const copy of copiesBeyond(copies, current.name, Date.now())) await removeCopy(store, copy.name);
}

/** First the text, then its record: what is interrupted is found again. */
export async function removeCopy(store: CopyStore, name: string): Promise<void> {
  await deleteDatabase(name);
  await store.delete(name);
}

/** Databases without a record, should storage ever have lost one. */
async function removeStrays(accountId: string): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(copiesOf(accountId))) await deleteDatabase(name);
  }
}

async function deleteDatabase(name: string): Promise<void> {
  await empty(name);
  // Waits for tabs that have it open; they are told, and let go of it.
  await within(PATIENCE, answerOf(indexedDB.deleteDatabase(name))).catch(() => undefined);
}

async function empty(name: string): Promise<void> {
  const db = await within(
    PATIENCE,
    openDatabase(name, () => undefined),
  );
  try {
    const stores = [...db.objectStoreNames];
    if (stores.length === 0) return;
    const transaction = db.transaction(stores, 'readwrite');
    for (const store of stores) transaction.objectStore(store).clear();
    await committed(transaction);
  } finally {
    db.close();
  }
}
