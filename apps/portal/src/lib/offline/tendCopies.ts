import { type CopyAccount, type CopyRecord, CopyStore, removeCopies } from '@hemicycle/collab/offline';
import { ApiProblem } from '../ApiProblem';
import { api } from '../api';
import { keepShell } from './keepShell';

const CHECKED_KEY = 'hemicycle.copiesChecked';
/** Rights that end while no page is open are found at the next one; not at each, copies are up to 20. Milliseconds. */
const CHECKED_FOR = 3_600_000;

/**
 * For whoever is signed in: makes sure that no copies but theirs are shown without a network, that the page which
 * shows them is there, and now and then that they may still read them.
 * @param onKept called when there are copies
 * @returns copies that were removed with edits nobody has
 */
export async function tendCopies(account: CopyAccount, onKept: () => void): Promise<readonly CopyRecord[]> {
  const copies = await CopyStore.use(async (store) => {
    const own = await store.list(account.id);
    const before = await store.account();
    if (own.length > 0) await store.setAccount(account);
    else if (before) await store.setAccount(null);
    return own;
  });
  if (copies.length === 0) return [];
  void keepShell();
  onKept();
  const last = Number(localStorage.getItem(CHECKED_KEY));
  if (Date.now() - last < CHECKED_FOR) return [];
  localStorage.setItem(CHECKED_KEY, String(Date.now()));
  return checkCopies(account.id);
}

/** Removes the copies of documents this account may no longer read. @returns those of them with edits nobody has */
export async function checkCopies(accountId: string): Promise<readonly CopyRecord[]> {
  const lost: CopyRecord[] = [];
  for (const { documentId } of await CopyStore.use((store) => store.list(accountId))) {
    if (await mayRead(documentId)) continue;
    lost.push(...(await removeCopies(accountId, documentId)));
  }
  return lost.filter(({ unsaved }) => unsaved);
}

/** What was not answered is no refusal. */
async function mayRead(documentId: string): Promise<boolean> {
  try {
    await api('GET /documents/{documentId}', { params: { documentId } });
    return true;
  } catch (error) {
    return !(error instanceof ApiProblem && (error.status === 403 || error.status === 404));
  }
}
