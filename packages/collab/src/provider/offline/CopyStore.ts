import type { CopyAccount, CopyRecord } from './CopyRecord';
import { answerOf, committed, openDatabase, within } from './idb';

const NAME = 'hemicycle-copies';
const ACCOUNT_KEY = 'last';
/** Against a browser whose storage hangs; then nothing is kept, and said to be. Milliseconds. */
const PATIENCE = 5_000;

/** The index of the copies on this device, and whose they are: small, so that every page can ask it. */
export class CopyStore {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  /** @throws when this browser keeps nothing (private windows, storage refused) */
  static async open(): Promise<CopyStore> {
    const opened = openDatabase(NAME, (db) => {
      db.createObjectStore('copies', { keyPath: 'name' });
      db.createObjectStore('account');
    });
    return new CopyStore(await within(PATIENCE, opened));
  }

  /** Opens it for one piece of work. */
  static async use<T>(work: (store: CopyStore) => Promise<T>): Promise<T> {
    const store = await CopyStore.open();
    try {
      return await work(store);
    } finally {
      store.close();
    }
  }

  /** An account's copies, the last opened first. */
  async list(accountId: string): Promise<CopyRecord[]> {
    const all = await answerOf<CopyRecord[]>(this.#db.transaction('copies').objectStore('copies').getAll());
    return all
      .filter((record) => record.accountId === accountId)
      .sort((one, other) => other.openedAt - one.openedAt);
  }

  get(name: string): Promise<CopyRecord | undefined> {
    return answerOf<CopyRecord | undefined>(this.#db.transaction('copies').objectStore('copies').get(name));
  }

  async put(record: CopyRecord): Promise<void> {
    const transaction = this.#db.transaction('copies', 'readwrite');
    transaction.objectStore('copies').put(record);
    await committed(transaction);
  }

  /**
   * Changes a record that is still there; one that was removed is not brought back.
   * @param durability `strict` when somebody relies on it: survives a power cut
   */
  async change(
    name: string,
    changes: Partial<Omit<CopyRecord, 'name'>>,
    durability: 'strict' | 'relaxed' = 'relaxed',
  ): Promise<void> {
    const transaction = this.#db.transaction('copies', 'readwrite', { durability });
    const copies = transaction.objectStore('copies');
    const request: IDBRequest<CopyRecord | undefined> = copies.get(name);
    request.onsuccess = () => {
      if (request.result) copies.put({ ...request.result, ...changes });
    };
    await committed(transaction);
  }

  async delete(name: string): Promise<void> {
    const transaction = this.#db.transaction('copies', 'readwrite');
    transaction.objectStore('copies').delete(name);
    await committed(transaction);
  }

  async account(): Promise<CopyAccount | null> {
    const account = this.#db.transaction('account').objectStore('account').get(ACCOUNT_KEY);
    return (await answerOf<CopyAccount | undefined>(account)) ?? null;
  }

  /** Says whose copies may be shown without a network; null: nobody's. */
  async setAccount(account: CopyAccount | null): Promise<void> {
    const transaction = this.#db.transaction('account', 'readwrite', { durability: 'strict' });
    const accounts = transaction.objectStore('account');
    if (account) accounts.put(account, ACCOUNT_KEY);
    else accounts.delete(ACCOUNT_KEY);
    await committed(transaction);
  }

  close(): void {
    this.#db.close();
  }
}
