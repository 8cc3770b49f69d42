import { type CopyRecord, CopyStore, removeCopies } from '@hemicycle/collab/offline';
import { ApiProblem } from '../ApiProblem';
import { api } from '../api';
import { tellSignOut } from './signOutNews';

/** Against a worker that does not answer. Milliseconds. */
const PATIENCE = 3_000;

/** Documents with edits that are on this device and nowhere else. */
export async function unsavedCopies(accountId: string): Promise<readonly CopyRecord[]> {
  try {
    return (await CopyStore.use((store) => store.list(accountId))).filter(({ unsaved }) => unsaved);
  } catch {
    return []; // a browser that keeps nothing
  }
}

/**
 * Ends the session and wipes what this device holds of the account, then leaves in every tab. Without a network the
 * wiping is done all the same, and the service worker ends the session before it lets another page through.
 * @throws ApiProblem when the session goes on: nothing was wiped then
 */
export async function signOut(accountId: string): Promise<void> {
  let path = '/sign-in?signedOut=1';
  try {
    await api('DELETE /session');
  } catch (error) {
    const unreachable = error instanceof ApiProblem && error.status === 0;
    if (!unreachable || !(await signOutLater())) throw error;
    path = '/offline';
  }
  await wipe(accountId);
  tellSignOut(path);
}

async function wipe(accountId: string): Promise<void> {
  try {
    await CopyStore.use((store) => store.setAccount(null));
    await removeCopies(accountId);
  } catch {
    // Only a browser without this storage, which then holds nothing.
  }
}

async function signOutLater(): Promise<boolean> {
  const registration = 'serviceWorker' in navigator && (await navigator.serviceWorker.getRegistration());
  const worker = registration ? registration.active : null;
  if (!worker) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), PATIENCE);
    worker.postMessage({ kind: 'signOut' }, [port2]);
  });
}
